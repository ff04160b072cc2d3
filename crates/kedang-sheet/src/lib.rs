//! Tables that come in and go out: reads a CSV file and understands the headers and values of
//! Chinese offices; writes CSV and XLSX, one row after the other.
//!
//! What becomes of a row that came in, and what is put into one that goes out, is decided in
//! `kedang-app`.

mod book;
mod column;
mod csv;
mod date;
mod person;
mod value;
pub mod write;

pub use book::{Book, Kind, Reading, book};
pub use column::{CustomerColumn, PersonColumn};
pub use csv::{Row, Sheet, SheetFault, read};
pub use date::date;
pub use person::{Role, role};
pub use value::{kind, sex, stage};
