//! Why a file is no table.

/// What a file is instead of a table, as far as its bytes tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Other {
    /// A picture.
    Image,
    /// A PDF.
    Pdf,
    /// A text document of Word or WPS.
    Document,
    /// Slides.
    Slides,
    /// An archive: zip, rar, 7z.
    Archive,
    /// A program.
    Program,
    /// A spreadsheet of OpenOffice.
    OpenDocument,
    /// A binary workbook, `.xlsb`.
    BinaryWorkbook,
    /// A workbook older than Excel 97, outside of a compound file.
    AncientWorkbook,
    /// XML that is no workbook, or a web archive.
    Markup,
    /// A compound file that holds no workbook.
    Compound,
}

impl Other {
    /// Its name towards the catalogue of words.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Image => "image",
            Self::Pdf => "pdf",
            Self::Document => "document",
            Self::Slides => "slides",
            Self::Archive => "archive",
            Self::Program => "program",
            Self::OpenDocument => "open_document",
            Self::BinaryWorkbook => "binary_workbook",
            Self::AncientWorkbook => "ancient_workbook",
            Self::Markup => "markup",
            Self::Compound => "compound",
        }
    }
}

/// Why a file is no table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetFault {
    /// Nothing in it, not even a header row.
    #[error("empty")]
    Empty,
    /// Larger than one file may be.
    #[error("{found} bytes, at most {max}")]
    TooLarge {
        /// The size found, bytes.
        found: usize,
        /// The largest size, bytes.
        max: usize,
    },
    /// Holds the byte 0 and is no UTF-16: no text file at all.
    #[error("not a text file")]
    NotText,
    /// Something else than a table.
    #[error("not a table but {}", what.key())]
    OtherKind {
        /// What it is.
        what: Other,
    },
    /// A byte that is no character in the encoding.
    #[error("no character of {encoding} in row {row}")]
    BadCharacter {
        /// The line in which it stands.
        row: u64,
        /// The encoding as it is commonly named.
        encoding: &'static str,
    },
    /// An encoding that is not read here.
    #[error("encoding {asked} is not known")]
    UnknownEncoding {
        /// As it was asked for.
        asked: String,
    },
    /// Locked by a password.
    #[error("encrypted")]
    Encrypted,
    /// A part that cannot be read: cut off, or never whole.
    #[error("part {part} is damaged")]
    Damaged {
        /// The part of the file; empty for the file as a whole.
        part: String,
    },
    /// A sheet that cannot be read.
    #[error("sheet {sheet} is damaged near row {row}")]
    SheetDamaged {
        /// Its name.
        sheet: String,
        /// The last row that was read; 0 before the first.
        row: u64,
    },
    /// Parts, inflated, that are larger than a workbook may be.
    #[error("part {part} inflates beyond {max} bytes")]
    PartTooLarge {
        /// The part at which that shows.
        part: String,
        /// The largest size of all, bytes.
        max: u64,
    },
    /// More parts than a workbook has.
    #[error("{found} parts, at most {max}")]
    TooManyParts {
        /// How many it has.
        found: usize,
        /// How many it may have.
        max: usize,
    },
    /// A part whose name leads out of the file, stands twice, or whose size is not as declared.
    #[error("part {part} is not honest")]
    PartForged {
        /// The part.
        part: String,
    },
    /// A document type definition, by which XML may grow or reach outside.
    #[error("part {part} defines a document type")]
    Dtd {
        /// The part.
        part: String,
    },
    /// More cells than are held at once.
    #[error("sheet {sheet} holds too much, at row {row}")]
    TooManyCells {
        /// Its name.
        sheet: String,
        /// The row at which that shows.
        row: u64,
    },
    /// A row with more columns than a spreadsheet has.
    #[error("sheet {sheet}, row {row}: more than {max} columns")]
    TooManyColumns {
        /// The name of the sheet.
        sheet: String,
        /// The row.
        row: u64,
        /// How many there may be.
        max: usize,
    },
    /// A cell longer than one may be; in text mostly a quotation mark without its twin.
    #[error("sheet {sheet}, row {row}, column {column}: more than {max} bytes")]
    CellTooLong {
        /// The name of the sheet.
        sheet: String,
        /// The row.
        row: u64,
        /// The column, from 1.
        column: usize,
        /// The longest it may be, bytes.
        max: usize,
    },
    /// The header row that was chosen holds nothing.
    #[error("sheet {sheet} has no headers in row {row}")]
    NoHeader {
        /// The name of the sheet.
        sheet: String,
        /// The row.
        row: u64,
    },
    /// A card without its end.
    #[error("card {row} has no end")]
    OpenCard {
        /// Its number as a row: the first card is row 2.
        row: u64,
    },
}
