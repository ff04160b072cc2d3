//! What an import did, and what was wrong with which cell.

use kedang_core::Arg;

use super::finding::Phrasing;
use super::sum::Sum;

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
    /// Where a form says it: its sentence in each of its languages.
    pub phrases: Vec<Phrasing>,
}

/// What is told of the first row only.
pub(super) const ONCE: [&str; 4] = [
    "import.staff_unknown",
    "import.owner_unknown",
    "import.author_unknown",
    "import.class_beyond",
];

/// What an import did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// How many rows became what.
    pub sum: Sum,
    /// One entry per refusal and per warning.
    pub problems: Vec<Trouble>,
}

impl ImportReport {
    /// Notes something about a row that comes in all the same.
    pub(super) fn warn(&mut self, trouble: Trouble) {
        self.sum.warnings += 1;
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
        self.sum.rejected += 1;
        self.problems.push(trouble);
    }

    /// Adds the sum of a chunk.
    pub(super) fn add(&mut self, chunk: Self) {
        self.sum.add(&chunk.sum);
        for trouble in chunk.problems {
            if ONCE.contains(&trouble.code) && self.knows(&trouble) {
                self.sum.warnings -= 1;
            } else {
                self.problems.push(trouble);
            }
        }
    }
}
