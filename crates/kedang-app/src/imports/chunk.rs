//! How many rows go in one transaction.

/// Rows of one transaction (contract f).
pub(super) const CHUNK: usize = 200;
