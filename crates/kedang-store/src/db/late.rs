//! Work that a transaction leaves to its end.

use std::collections::HashSet;

/// The search text of a customer, written once, just before the commit and outside every savepoint.
///
/// `SQLite`'s full-text index writes out all it holds whenever a savepoint opens, and many a
/// statement opens one; put at the end, the texts of a whole transaction are written together.
#[derive(Debug)]
pub(crate) struct Late {
    /// The customer; of two texts of one only the later is written.
    pub(crate) customer: String,
    /// The searchable texts as kept.
    pub(crate) entries: String,
    /// Tokens between spaces.
    pub(crate) terms: String,
}

/// What a transaction has put off so far.
#[derive(Debug, Default)]
pub(super) struct Pending(pub(super) Vec<Late>);

impl Drop for Pending {
    fn drop(&mut self) {
        debug_assert!(
            self.0.is_empty() || std::thread::panicking(),
            "what was put off is never done"
        );
    }
}

/// The last text of each customer, in the order of the last.
pub(crate) fn latest(mut late: Vec<Late>) -> Vec<Late> {
    let mut seen = HashSet::new();
    late.reverse();
    late.retain(|one| seen.insert(one.customer.clone()));
    late.reverse();
    late
}
