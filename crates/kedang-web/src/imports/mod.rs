//! 导入: a file is dropped, its columns are named, its rows are looked at and mended, it comes in
//! and can be taken back.

mod aim;
mod columns;
mod compare;
mod create;
mod deeds;
mod list;
mod mend;
mod outcome;
mod progress;
mod row;
mod rows;
mod show;
mod troubled;
mod undo_ask;
mod words;

pub(crate) use aim::aim;
pub(crate) use compare::{compare, rule};
pub(crate) use create::{LONGEST, create};
pub(crate) use deeds::{discard, run, stop, undo};
pub(crate) use list::list;
pub(crate) use mend::mend;
pub(crate) use progress::progress;
pub(crate) use rows::rows;
pub(crate) use show::show;
pub(crate) use troubled::troubled;
pub(crate) use undo_ask::undo_ask;
