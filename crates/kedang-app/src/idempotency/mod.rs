//! A request with a key of its own is done once: sent again within a day it gets its first answer
//! (ADR 24).

mod claim;
mod replay;

pub(crate) use claim::claim;
pub use replay::{Answered, Once};

/// A key is remembered for a day, µs.
const DAY: i64 = 86_400_000_000;
