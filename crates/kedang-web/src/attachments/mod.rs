//! 材料: the papers and photos of a dossier.

mod create;
mod form;
mod ids;
mod list;
mod remove;
mod section;
mod show;

pub(crate) use create::create;
pub(crate) use list::list;
pub(crate) use remove::remove;
pub(crate) use section::section;
pub(crate) use show::show;
