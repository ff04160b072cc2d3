//! `/duplicates`.

mod delete;
mod list;

pub(crate) use delete::{__path_delete, delete};
pub(crate) use list::{__path_list, list};
