//! Tables that go out, row by row: what was written before is not held in memory.
//!
//! No cell becomes a formula, whatever it begins with (T-30).

mod csv;
mod fault;
mod neutral;
pub mod vcard;
mod xlsx;

pub use csv::CsvWriter;
pub use fault::WriteFault;
pub(crate) use neutral::typed;
pub use xlsx::{Paper, XlsxWriter};

/// A column as it is headed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The word over it.
    pub text: String,
    /// How wide it stands in a spreadsheet, in digits; a Chinese character takes two.
    pub width: u16,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// A text, which stays one: a telephone keeps its zeros.
    Text(String),
    /// A number that is counted with, such as 序号.
    Number(u32),
}
