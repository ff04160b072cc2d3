//! 回收站, and the question before a customer goes there.

mod delete;
mod list;
mod restore;

pub(crate) use delete::{ask, delete};
pub(crate) use list::list;
pub(crate) use restore::restore;
