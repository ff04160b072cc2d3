//! Tables that come in and go out: reads the files an office hands over as sheets and understands
//! their headers and values; writes CSV and XLSX, one row after the other.
//!
//! What becomes of a row that came in, and what is put into one that goes out, is decided in
//! `kedang-app`.

mod book;
mod column;
mod dealing;
mod fault;
mod person;
mod read;
mod sheet;
mod value;
pub mod write;

pub use book::{Book, Kind, Reading, book};
pub use column::{
    Certainty, ContactColumn, CustomerColumn, OwnerColumn, PersonColumn, labels, unit,
};
pub use dealing::{channel, direction};
pub use fault::{Other, SheetFault};
pub use person::{Role, role};
pub use sheet::{Row, Sheet};
pub use value::{
    Doubt, Numbers, Place, Understood, address, capital, class, clean, date, grade, is_nothing,
    kind, list, name, numbers, sex, stage, uscc,
};
