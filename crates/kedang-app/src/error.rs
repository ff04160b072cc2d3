//! What a use case can answer besides its result.

use kedang_core::Problem;
use kedang_store::StoreError;

/// A refusal with a sentence, or a failure of the machinery.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// Somebody asked for what cannot be; the faces put it into words.
    #[error("{0}")]
    Problem(#[from] Problem),
    /// The database failed or is busy.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Something that should not happen; logged at the edge, never shown.
    #[error("{0}")]
    Internal(String),
}

impl AppError {
    /// True when the same request may succeed in a moment: busy, timed out, not available.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        matches!(
            self,
            Self::Store(StoreError::Busy | StoreError::TimedOut | StoreError::Unavailable(_))
        )
    }
}
