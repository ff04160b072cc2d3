//! Bringing in what a company has: files read row by row, a row whole or not at all.

mod chunk;
mod customer_row;
mod customers;
mod duplicates;
mod mapping;
mod note;
mod persons;
mod report;
pub(crate) mod scene;
mod sheet;

pub use kedang_sheet::Sheet;
pub use report::{ImportReport, Trouble};
pub use sheet::sheet;
