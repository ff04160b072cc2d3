//! 客户: the list, a new one, one of them.

mod address;
mod ask;
mod bar;
mod beside;
mod board;
mod board_card;
mod count;
mod create;
mod edit;
mod edit_draft;
mod edit_fields;
mod facts;
mod home;
mod list;
mod narrow;
mod palette;
mod rows;
mod screen;
mod show;
mod shown;
mod stage;
mod stages;
pub(crate) mod typed;

pub(crate) use address::SUMMARY;
pub(crate) use ask::ListAsk;
pub(crate) use board::{board, more};
pub(crate) use count::count;
pub(crate) use create::{blank, create, opener};
pub(crate) use edit::{edit, save};
pub(crate) use home::home;
pub(crate) use list::{list, page};
pub(crate) use palette::palette;
pub(crate) use screen::Screen;
pub(crate) use show::show;
pub(crate) use stage::{ask, change};
