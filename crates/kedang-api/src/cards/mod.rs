//! `/customers/{id}/cards` and `/cards`.

mod comparison;
mod document;
mod filing;
mod ids;
mod list;
mod open;
mod pdf;
mod revisions;
mod row_document;
mod row_sign;
mod rows;
mod save;
mod show;
mod sign;
mod to_learn;
mod write_row;

pub(crate) use comparison::{__path_comparison, comparison};
pub(crate) use document::{CardDocument, document};
pub(crate) use filing::{__path_file, __path_unfile, file, unfile};
pub(crate) use list::{__path_list, list};
pub(crate) use open::{__path_open, open};
pub(crate) use pdf::{__path_pdf, pdf};
pub(crate) use revisions::{
    __path_diff, __path_revision, __path_revisions, diff, revision, revisions,
};
pub(crate) use row_document::{RowDocument, row};
pub(crate) use row_sign::{__path_sign_row, sign_row};
pub(crate) use rows::{__path_rows, rows};
pub(crate) use save::{__path_save, save};
pub(crate) use show::{__path_show, show};
pub(crate) use sign::{__path_sign, sign};
pub(crate) use to_learn::{__path_to_learn, to_learn};
pub(crate) use write_row::{__path_write_row, write_row};
