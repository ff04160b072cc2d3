//! Saved views: the tabs over a list, and the forms that make, rename and delete them.

mod create;
mod delete;
mod forms;
mod rename;
mod tabs;

pub(crate) use create::create;
pub(crate) use delete::delete;
pub(crate) use forms::{SaveForm, forms};
pub(crate) use rename::rename;
pub(crate) use tabs::tabs;
