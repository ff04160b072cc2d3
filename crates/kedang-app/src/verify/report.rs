//! What a check found.

use std::collections::BTreeMap;

use kedang_core::Arg;

/// So many faults are told one by one; more are counted.
const MOST: usize = 1_000;

/// One thing that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// `verify.problem`, a key of `problems.ftl`.
    pub code: &'static str,
    /// Arguments of the sentence.
    pub args: Vec<(&'static str, Arg)>,
}

/// The sum of a check.
#[derive(Debug, Default)]
pub struct Report {
    /// At most 1,000; the rest is in `more`.
    pub problems: Vec<Fault>,
    /// How many faults were found beyond those.
    pub more: u64,
    /// Table → rows, and `files` → contents read through.
    pub counts: BTreeMap<String, u64>,
    /// SHA-256 in hexadecimal over what `docs/database.md` lists.
    pub digest: String,
}

impl Report {
    /// Nothing was found.
    #[must_use]
    pub fn ok(&self) -> bool {
        self.problems.is_empty()
    }

    /// The report on a database that does not even open.
    #[must_use]
    pub fn unreadable(detail: &str) -> Self {
        let mut report = Self::default();
        report.tell(
            "verify.database_unreadable",
            vec![("detail", detail.into())],
        );
        report
    }

    pub(super) fn tell(&mut self, code: &'static str, args: Vec<(&'static str, Arg)>) {
        if self.problems.len() < MOST {
            self.problems.push(Fault { code, args });
        } else {
            self.more += 1;
        }
    }
}
