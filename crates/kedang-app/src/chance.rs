//! Where randomness comes from: the machine, or a count in tests.

use std::sync::atomic::{AtomicU64, Ordering};

use kedang_core::digest::sha256;

use crate::AppError;

/// The source of seeds and tokens.
#[derive(Debug)]
pub enum Chance {
    /// The machine's random source.
    System,
    /// Predictable: the n-th seed is the hash of n.
    Counted(AtomicU64),
}

impl Chance {
    /// Predictable seeds for tests, beginning at `from`.
    #[must_use]
    pub fn counted(from: u64) -> Self {
        Self::Counted(AtomicU64::new(from))
    }

    /// 32 bytes that nobody can guess (or, counted, that everybody can).
    ///
    /// # Errors
    /// When the machine has no random source.
    pub fn seed(&self) -> Result<[u8; 32], AppError> {
        match self {
            Self::System => {
                let mut seed = [0u8; 32];
                getrandom::fill(&mut seed)
                    .map_err(|e| AppError::Internal(format!("no random source: {e}")))?;
                Ok(seed)
            }
            Self::Counted(n) => Ok(sha256(&[
                b"chance",
                &n.fetch_add(1, Ordering::SeqCst).to_be_bytes(),
            ])),
        }
    }
}
