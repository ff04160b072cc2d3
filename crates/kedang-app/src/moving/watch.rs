//! Whoever waits for a long command sees how far it is and may break it off.

use std::sync::atomic::{AtomicBool, Ordering};

use kedang_core::Problem;

use crate::AppError;

/// Rows between two words.
const EVERY: u64 = 1_000;

/// What is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'a> {
    /// The whole is read through and held to what proves it.
    Checking,
    /// A table, so many rows of it.
    Table(&'a str, u64),
    /// Contents of attachments, so many of them.
    Files(u64),
    /// Search text and filter values are worked out, for so many customers.
    Search(u64),
}

/// Who watches.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    /// Is told from time to time.
    pub on: &'a (dyn Fn(Step<'_>) + Sync),
    /// Set when it is to be broken off.
    pub stop: &'a AtomicBool,
}

impl Watch<'_> {
    /// Tells a step, and breaks off where that is wished.
    ///
    /// # Errors
    /// `move.broken_off`.
    pub(super) fn step(&self, step: Step<'_>) -> Result<(), AppError> {
        if self.stop.load(Ordering::Relaxed) {
            return Err(Problem::conflict("move.broken_off").into());
        }
        (self.on)(step);
        Ok(())
    }

    /// [`Watch::step`] for a count that goes up one by one.
    pub(super) fn count(&self, count: u64, step: Step<'_>) -> Result<(), AppError> {
        if count.is_multiple_of(EVERY) {
            self.step(step)
        } else {
            Ok(())
        }
    }
}
