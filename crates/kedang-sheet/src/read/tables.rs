//! Hands a file to the reader of its kind.

use super::grid::{Grid, Room};
use super::known::{self, Form, Script};
use super::{csv, encoding, html, vcard, xls, xlsx, xml};
use crate::{Kind, Other, Reading, SheetFault};

/// What a reader found.
pub(crate) struct Tables {
    pub(crate) kind: Kind,
    /// Of a text file.
    pub(crate) encoding: Option<&'static str>,
    /// In their order.
    pub(crate) grids: Vec<Grid>,
}

/// Reads all tables of a file.
pub(crate) fn tables(
    bytes: &[u8],
    reading: &Reading,
    room: &mut Room,
) -> Result<Tables, SheetFault> {
    match known::form(bytes)? {
        Form::Package => Ok(Tables {
            kind: Kind::Xlsx,
            encoding: None,
            grids: xlsx::read(bytes, room)?,
        }),
        Form::Compound => Ok(Tables {
            kind: Kind::Xls,
            encoding: None,
            grids: xls::read(bytes, room)?,
        }),
        Form::Text => text(bytes, reading, room),
    }
}

fn text(bytes: &[u8], reading: &Reading, room: &mut Room) -> Result<Tables, SheetFault> {
    let (text, encoding) = encoding::decode(bytes, reading.encoding.as_deref())?;
    let (kind, grids) = match known::script(&text) {
        Script::Table => (Kind::Csv, vec![csv::read(&text, room)?]),
        Script::Cards => (Kind::VCard, vec![vcard::read(&text, room)?]),
        Script::Page => (Kind::Html, vec![html::read(&text, room)?]),
        Script::Workbook => (Kind::Xml, xml::read(&text, room)?),
        Script::Markup => {
            return Err(SheetFault::OtherKind {
                what: Other::Markup,
            });
        }
    };
    Ok(Tables {
        kind,
        encoding: Some(encoding),
        grids,
    })
}
