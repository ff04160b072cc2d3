//! 隶属: the tree on a customer's page, and the page that puts an organization under another.

mod place;
mod section;

pub(crate) use place::{blank, lift, place};
pub(crate) use section::section;
