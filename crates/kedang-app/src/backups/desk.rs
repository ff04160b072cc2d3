//! What this program does with backups: one thing at a time.

use std::sync::{Mutex, PoisonError};

use kedang_core::Problem;

use super::Keep;

/// What is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// A backup is taken.
    Take,
    /// Every byte of this one is held to its manifest.
    Check(String),
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// This one was taken; how many faults were found in the house meanwhile.
    Taken(String, u64),
    /// Every byte of this one is what it was.
    Whole(String),
    /// These files of this one are gone or changed; at most 20 are named.
    Damaged(String, Vec<String>),
    /// It did not come about.
    Failed(Problem),
}

/// Where it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Doing {
    /// Nothing was done since the program began.
    #[default]
    Nothing,
    /// It is under way.
    Under(Deed),
    /// It is over.
    Over(Outcome),
}

/// The desk at which it is done.
#[derive(Default)]
pub(crate) struct Desk {
    pub(super) keep: Option<Keep>,
    doing: Mutex<Doing>,
}

impl Desk {
    pub(crate) fn at(keep: Keep) -> Self {
        Self {
            keep: Some(keep),
            doing: Mutex::default(),
        }
    }

    pub(super) fn doing(&self) -> Doing {
        let doing = self.doing.lock();
        doing.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Begins something, unless something is under way.
    pub(super) fn begin(&self, deed: Deed) -> bool {
        let mut doing = self.doing.lock().unwrap_or_else(PoisonError::into_inner);
        if matches!(*doing, Doing::Under(_)) {
            return false;
        }
        *doing = Doing::Under(deed);
        true
    }

    pub(super) fn end(&self, outcome: Outcome) {
        let mut doing = self.doing.lock().unwrap_or_else(PoisonError::into_inner);
        *doing = Doing::Over(outcome);
    }
}
