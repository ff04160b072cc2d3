//! What an import did, and what was wrong with which cell.

use kedang_core::Arg;

/// Something about one cell, row or column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trouble {
    /// The table, as its tab says; empty for a file that is one.
    pub sheet: String,
    /// As a spreadsheet counts; 1 is the header row.
    pub row: u64,
    /// The header of the column; empty when the whole row is meant.
    pub column: String,
    /// `noun.problem`, a key of `problems.ftl`.
    pub code: &'static str,
    /// Arguments of the sentence.
    pub args: Vec<(&'static str, Arg)>,
}

/// What is told of the first row only.
pub(super) const ONCE: [&str; 3] = [
    "import.owner_unknown",
    "import.author_unknown",
    "import.class_beyond",
];

/// The sum of an import.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// Rows read.
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
    /// One entry per refusal and per warning.
    pub problems: Vec<Trouble>,
}

impl ImportReport {
    /// Notes something about a row that comes in all the same.
    pub(super) fn warn(&mut self, trouble: Trouble) {
        self.warnings += 1;
        self.problems.push(trouble);
    }

    /// Notes what is the same for many rows: only the first is told.
    pub(super) fn warn_once(&mut self, trouble: Trouble) {
        if !self.knows(&trouble) {
            self.warn(trouble);
        }
    }

    fn knows(&self, trouble: &Trouble) -> bool {
        let same = |known: &Trouble| known.code == trouble.code && known.args == trouble.args;
        self.problems.iter().any(same)
    }

    /// Notes that a row is refused.
    pub(super) fn refuse(&mut self, trouble: Trouble) {
        self.rejected += 1;
        self.problems.push(trouble);
    }

    /// Adds the sum of a chunk.
    pub(super) fn add(&mut self, chunk: Self) {
        self.read += chunk.read;
        self.created += chunk.created;
        self.updated += chunk.updated;
        self.merged += chunk.merged;
        self.skipped += chunk.skipped;
        self.rejected += chunk.rejected;
        self.warnings += chunk.warnings;
        for trouble in chunk.problems {
            if ONCE.contains(&trouble.code) && self.knows(&trouble) {
                self.warnings -= 1;
            } else {
                self.problems.push(trouble);
            }
        }
    }
}
