//! A file as its tables, whatever program wrote it.

use crate::{Sheet, SheetFault};

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Comma, semicolon or tab separated text.
    Csv,
}

impl Kind {
    /// As stored.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Csv => "csv",
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
    /// Its tables in their order, at least one; those without any cell are left out.
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

/// Reads a whole file.
///
/// # Errors
/// See [`SheetFault`].
pub fn book(bytes: &[u8], _reading: &Reading) -> Result<Book, SheetFault> {
    Ok(Book {
        kind: Kind::Csv,
        encoding: Some("UTF-8"),
        sheets: vec![crate::csv::read(bytes)?],
    })
}
