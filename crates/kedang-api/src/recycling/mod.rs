//! `/bin` and `DELETE /customers/{id}`.

mod delete;
mod list;
mod restore;

pub(crate) use delete::{__path_delete, delete};
pub(crate) use list::{__path_list, list};
pub(crate) use restore::{__path_restore, restore};
