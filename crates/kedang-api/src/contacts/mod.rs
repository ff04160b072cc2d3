//! `/customers/{id}/contacts`, `/customers/{id}/timeline` and `/contacts`.

mod create;
mod delete;
mod document;
mod edit;
mod list;
mod named;
mod show;
mod timeline;

pub(crate) use create::{__path_create, create};
pub(crate) use delete::{__path_delete, delete};
pub(crate) use edit::{__path_edit, edit};
pub(crate) use list::{__path_list, list};
pub(crate) use named::{__path_named, named};
pub(crate) use show::{__path_show, show};
pub(crate) use timeline::{__path_timeline, EventDocument, timeline};
