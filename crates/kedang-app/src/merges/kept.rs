//! What had changed since a merge and is left as it is when the merge is taken back.

use serde::{Deserialize, Serialize};

/// Something that is not what the merge had made of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// `customers`, `cards`, `relations` …
    pub table: String,
    /// The row.
    pub row: String,
    /// The field; none when the whole row is meant.
    pub field: Option<String>,
    /// What it says and goes on saying.
    pub now: Option<String>,
    /// What it said before the merge.
    pub before: Option<String>,
}

impl Kept {
    /// A row that is no longer where the merge had put it.
    pub(super) fn row(table: &str, row: &str) -> Self {
        Self {
            table: table.to_owned(),
            row: row.to_owned(),
            field: None,
            now: None,
            before: None,
        }
    }
}
