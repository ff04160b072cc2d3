//! Bringing in what a company has: a file is staged, checked, and comes in row by row, a row whole
//! or not at all; for a week all of it can be taken back.

mod back;
mod books;
mod bring_up;
mod check;
mod chunk;
mod compare;
mod customer_row;
mod customers;
mod duplicates;
mod fate;
mod finding;
mod foresee;
mod how;
mod mapping;
mod mend;
mod note;
mod person_row;
mod persons;
mod plan;
mod report;
mod run;
pub(crate) mod scene;
mod sheet;
mod show;
mod stage;
mod staged_row;
mod sum;
mod target;
mod troubled;
mod undo;
mod who;
mod whole;
mod wish;

pub use compare::{CompareLine, Comparison, compare};
pub use finding::{Finding, Said};
pub use kedang_sheet::{Book, Kind, Reading, Sheet};
pub use mend::{Aim, Mend, aim, discard, mend, rule, stop};
pub use report::{ImportReport, Trouble};
pub use sheet::{book, sheet};
pub use show::{
    ColumnView, ImportView, RowView, STATES, SheetView, list, row, rows, show, targets,
};
pub use stage::Brought;
pub use sum::Sum;
pub use troubled::{Say, Wording};
pub use who::Who;
pub use wish::{Duplicates, MatchBy, Mode, Subject, Wish};
