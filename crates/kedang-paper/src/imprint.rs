//! What a PDF says of itself, and what comes out.

use std::collections::BTreeSet;

/// What a PDF says of itself. Date and id come from the caller, so that equal pages are equal bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imprint {
    /// Title, shown by viewers instead of the file's name.
    pub title: String,
    /// The company.
    pub author: String,
    /// The language of the text, `zh-CN`.
    pub language: String,
    /// When it was printed, by the company's clock: year, month, day, hour, minute, second.
    pub at: [u16; 6],
    /// Minutes that clock is ahead of UTC.
    pub offset: i32,
    /// What tells this document from every other.
    pub id: String,
    /// What is said of a picture and of a signature to who cannot see them.
    pub alts: [String; 2],
    /// Files that go with it.
    pub enclosed: Vec<Enclosed>,
}

/// A file in a PDF: what its pages say, for programs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enclosed {
    /// What it is called; no two of a document are called the same.
    pub name: String,
    /// What it is.
    pub description: String,
    /// JSON.
    pub json: String,
}

/// A written PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// Pages.
    pub pages: usize,
    /// Characters that no font at hand has; a box stands in their place.
    pub missing: BTreeSet<char>,
}
