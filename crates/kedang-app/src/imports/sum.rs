//! The sum of an import, as it is kept and shown.

use serde::{Deserialize, Serialize};

/// How many rows became what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sum {
    /// Rows that were looked at.
    pub read: u64,
    /// Records made.
    pub created: u64,
    /// Records changed.
    pub updated: u64,
    /// Records that a row was added to without its number.
    pub merged: u64,
    /// Rows left out because they are there already.
    pub skipped: u64,
    /// Rows refused.
    pub rejected: u64,
    /// Things noted about rows that came in.
    pub warnings: u64,
    /// Rows whose deed was taken back.
    pub undone: u64,
    /// Rows whose record has changed since, so that it stays.
    pub kept: u64,
}

impl Sum {
    /// Adds what became of some rows.
    pub(super) fn add(&mut self, rows: &Self) {
        self.read += rows.read;
        self.created += rows.created;
        self.updated += rows.updated;
        self.merged += rows.merged;
        self.skipped += rows.skipped;
        self.rejected += rows.rejected;
        self.warnings += rows.warnings;
        self.undone += rows.undone;
        self.kept += rows.kept;
    }
}
