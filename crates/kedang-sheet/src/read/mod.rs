//! Readers, one for each kind of file; all of them make grids, and a grid becomes a sheet.

mod biff;
mod csv;
mod delimiter;
mod encoding;
mod grid;
mod guard;
mod head;
mod html;
mod known;
mod lines;
mod merge;
mod number;
mod package;
mod scan;
mod tables;
mod vcard;
mod xls;
mod xlsx;
mod xml;

pub(crate) use grid::Room;
pub(crate) use head::sheet;
pub(crate) use tables::tables;
