//! `/forms`.

mod list;
mod show;

pub(crate) use list::{__path_list, list};
pub(crate) use show::{__path_show, show};
