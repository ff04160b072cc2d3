//! Tables from outside: reads a CSV file and understands the headers and values of Chinese offices.
//!
//! Pure: bytes in, rows out. What becomes of a row is decided in `kedang-app`.

mod column;
mod csv;
mod date;
mod person;
mod value;

pub use column::{CustomerColumn, PersonColumn};
pub use csv::{Row, Sheet, SheetFault, read};
pub use date::date;
pub use person::{Role, role};
pub use value::{kind, sex, stage};
