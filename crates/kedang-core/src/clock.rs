//! The clock: the machine's time in production, a fixed one in tests.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// Where the time comes from. Everything that needs a time is handed one; nothing asks the machine.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// A time that stands still until it is moved.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at `at` (UTC, µs since 1970).
    #[must_use]
    pub fn fixed(at: i64) -> Self {
        Self::Fixed(Arc::new(AtomicI64::new(at)))
    }

    /// The time now: UTC, µs since 1970.
    #[must_use]
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that asks the machine"
    )]
    pub fn now(&self) -> i64 {
        match self {
            Self::Fixed(at) => at.load(Ordering::SeqCst),
            // A machine whose clock stands before 1970 reads as 1970: late, but never a panic.
            Self::System => SystemTime::now()
                .duration_since(UNIX_EPOCH)
                .map_or(0, |d| i64::try_from(d.as_micros()).unwrap_or(i64::MAX)),
        }
    }

    /// Moves a fixed clock by `micros`; the machine's clock stays as it is.
    pub fn advance(&self, micros: i64) {
        if let Self::Fixed(at) = self {
            at.fetch_add(micros, Ordering::SeqCst);
        }
    }
}
