//! A file as its tables, whatever program wrote it.

use crate::read::{self, Room};
use crate::{Sheet, SheetFault};

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Comma, semicolon or tab separated text.
    Csv,
    /// A workbook of Excel 2007 and later, of WPS and others.
    Xlsx,
    /// A workbook of Excel 97 to 2003.
    Xls,
    /// A web page with tables, which office systems like to name `.xls`.
    Html,
    /// A workbook written as XML (XML Spreadsheet 2003), which older office systems name `.xls`.
    Xml,
    /// Cards of an address book.
    VCard,
}

impl Kind {
    /// As stored.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Html => "html",
            Self::Xml => "xml",
            Self::VCard => "vcard",
        }
    }
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Book {
    /// By its bytes, never by its name.
    pub kind: Kind,
    /// The encoding of a text file as it is commonly named: `UTF-8`.
    pub encoding: Option<&'static str>,
    /// Its tables in their order, at least one; those without any cell and those that are hidden
    /// are left out.
    pub sheets: Vec<Sheet>,
}

/// Where the reader need not guess.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The encoding of a text file.
    pub encoding: Option<String>,
    /// The header row, as a spreadsheet counts, by the name of the sheet.
    pub headers: Vec<(String, u64)>,
}

/// A file may be this long, bytes.
const LARGEST: usize = 256 << 20;

/// Reads a whole file.
///
/// # Errors
/// See [`SheetFault`]. Rows of uneven length are no fault: what is missing is empty.
pub fn book(bytes: &[u8], reading: &Reading) -> Result<Book, SheetFault> {
    if bytes.len() > LARGEST {
        return Err(SheetFault::TooLarge {
            found: bytes.len(),
            max: LARGEST,
        });
    }
    let mut room = Room::of(bytes.len());
    let tables = read::tables(bytes, reading, &mut room)?;
    let mut sheets = Vec::with_capacity(tables.grids.len());
    for grid in tables.grids {
        sheets.extend(read::sheet(grid, reading, &mut room)?);
    }
    if sheets.is_empty() {
        return Err(SheetFault::Empty);
    }
    Ok(Book {
        kind: tables.kind,
        encoding: tables.encoding,
        sheets,
    })
}
