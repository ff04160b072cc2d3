//! `/merges`.

mod create;
mod delete;
mod document;
mod preview;
mod show;

pub(crate) use create::{__path_create, create};
pub(crate) use delete::{__path_delete, delete};
pub(crate) use preview::{__path_preview, preview};
pub(crate) use show::{__path_show, show};
