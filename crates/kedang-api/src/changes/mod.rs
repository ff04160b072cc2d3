//! `/customers/{id}/changes`.

mod add;
mod document;
mod list;

pub(crate) use add::{__path_add, add};
pub(crate) use document::ChangeDocument;
pub(crate) use list::{__path_list, list};
