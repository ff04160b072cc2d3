//! 表卡: the cards of a dossier, filled in, read, signed, continued row by row, looked back at.

mod comparison;
mod desk;
mod edit;
mod files;
mod history;
mod list;
mod log;
mod open;
mod origins;
mod pad;
mod row;
mod row_sign;
mod save;
pub(crate) mod screen;
mod seals;
mod sheet;
mod show;
mod sign;
pub(crate) mod typed;

pub(crate) use comparison::comparison;
pub(crate) use edit::edit;
pub(crate) use files::{files, row_files};
pub(crate) use history::history;
pub(crate) use list::{items, section};
pub(crate) use log::log;
pub(crate) use open::open;
pub(crate) use row::{blank, write};
pub(crate) use row_sign::{pad as row_pad, sign as row_sign};
pub(crate) use save::save;
pub(crate) use sheet::sheet;
pub(crate) use show::show;
pub(crate) use sign::{pad, sign};
