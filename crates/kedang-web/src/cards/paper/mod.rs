//! A form drawn as the A4 page of its document, filled or blank, to be printed by the browser.
//!
//! The layout is the form's own (`[paper]` of `layout.toml`): what is drawn here is what the file in
//! the cabinet looks like, and a pen's ink marks what was filled in.

mod block;
mod boxes;
mod cell;
mod date;
mod foot;
mod grid;
mod hand;
mod head;
mod leaf;
mod pdf;
mod pen;
mod picture;
mod print;
mod sheet;
mod show;
mod table;
mod value;

pub(crate) use foot::Foot;
pub(crate) use leaf::{desk, leaves};
pub(crate) use pdf::{handed_out, part_menu, pdf, pdf_button};
pub(super) use pen::{fill, redraw};
pub(crate) use print::{print, print_button};
pub(crate) use sheet::Sheet;
pub(crate) use show::show;
