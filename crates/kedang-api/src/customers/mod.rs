//! `/customers`.

mod create;
mod list;
mod persons;
mod show;

pub(crate) use create::{__path_create, create};
pub(crate) use list::{__path_list, list};
pub(crate) use persons::{__path_persons, persons};
pub(crate) use show::{__path_show, show};
