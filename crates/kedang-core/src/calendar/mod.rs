//! The calendars beside the civil one.

mod lunar;

pub use lunar::{LunarDay, LunarFault};
