//! How the rows of an import come in.

use kedang_store::imports::{Import, Staged};

use super::wish::{Duplicates, How, MatchBy, Mode};

/// How a row comes in; `column` is the header of the column that it is matched by.
pub(super) fn of<'a>(import: &Import, row: &Staged, column: &'a str) -> How<'a> {
    let decided = row.decision.as_deref();
    How {
        mode: Mode::from_key(&import.mode).unwrap_or_default(),
        duplicates: Duplicates::from_key(&import.duplicates).unwrap_or_default(),
        matched: MatchBy::from_key(&import.matched_by).unwrap_or_default(),
        column,
        decision: decided.and_then(Duplicates::from_key),
    }
}
