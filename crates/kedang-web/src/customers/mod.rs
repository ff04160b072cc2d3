//! 客户: the list, a new one, one of them.

mod count;
mod create;
mod home;
mod list;
mod palette;
mod rows;
mod show;

pub(crate) use count::count;
pub(crate) use create::{blank, create};
pub(crate) use home::home;
pub(crate) use list::list;
pub(crate) use palette::palette;
pub(crate) use show::show;
