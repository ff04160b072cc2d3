//! Customers that may be the same: told to who may know of them, else left to the stewards.

mod guard;
mod list;
mod settle;

pub(crate) use guard::{alike, all_alike, is_whole, queue, refuse_known};
pub use list::{Doubt, list};
pub use settle::settle;
