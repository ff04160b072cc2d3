//! `/customers/{id}/attachments` and `/attachments`.

mod content;
mod create;
mod delete;
mod ids;
mod list;
mod show;

pub(crate) use content::{
    __path_content, __path_display, __path_thumbnail, content, display, thumbnail,
};
pub(crate) use create::{__path_create, create};
pub(crate) use delete::{__path_delete, delete};
pub(crate) use list::{__path_list, list};
pub(crate) use show::{__path_show, show};
