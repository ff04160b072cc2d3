//! 批量打印: the cards of a form of several customers as one PDF.

mod begin;
mod blank;
mod draft;
mod file;
mod over;
mod show;

pub(crate) use begin::begin;
pub(crate) use blank::blank;
pub(crate) use file::file;
pub(crate) use show::{progress, show, stop};
