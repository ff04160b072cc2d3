//! Work that a transaction leaves to its end.

use std::collections::HashSet;

use super::Value;

/// A piece of work that is done once, just before the commit and outside every savepoint.
///
/// `SQLite`'s full-text index writes out all it holds whenever a savepoint opens, and many a
/// statement opens one; put at the end, the texts of a whole transaction are written together.
#[derive(Debug)]
pub(crate) struct Late {
    /// Of two pieces with one key only the later is done.
    pub(crate) key: String,
    /// What is known of it when it is put off.
    pub(crate) args: Vec<Value>,
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

/// The last piece of each key, in the order of the last.
pub(crate) fn latest(mut late: Vec<Late>) -> Vec<Late> {
    let mut seen = HashSet::new();
    late.reverse();
    late.retain(|one| seen.insert(one.key.clone()));
    late.reverse();
    late
}
