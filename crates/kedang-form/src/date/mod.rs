//! Dates as people know them: parts may be missing, the calendar may be lunar.

mod bounds;
mod chinese;
mod parse;
mod partial;

pub use partial::{DateError, PartialDate};
