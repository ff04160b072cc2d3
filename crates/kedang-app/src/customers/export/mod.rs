//! A list leaves the house, as a file or on paper (D02-3, T-30): what the list shows, in its columns
//! and its order, of those customers alone that the reader may take out.
//!
//! It is walked page by page, each page read for itself, and is handed out only after its audit row
//! is stored: nothing leaves that was not noted.

mod fields;
mod layout;
mod print;
mod record;
mod sink;
mod take;
mod taker;
mod walk;

pub use layout::{Columns, Layout};
pub use print::{PRINTED, Printed};
pub use sink::Format;
pub use take::{TakeOut, Taken};
pub(crate) use taker::leaving;
pub use taker::{Errand, Taker, check_taker, may_take};
