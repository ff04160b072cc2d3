//! `/staff` and `/departments`.

mod create;
mod departments;
mod edit;
mod list;
mod show;

pub(crate) use create::{__path_create, create};
pub(crate) use departments::{__path_add, __path_departments, add, departments};
pub(crate) use edit::{__path_edit, edit};
pub(crate) use list::{__path_list, list};
pub(crate) use show::{__path_show, show};
