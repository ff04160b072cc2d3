//! The names of all tests: Rust functions in test code, and titles of browser tests.

use std::collections::BTreeSet;

use anyhow::Result;
use regex::Regex;

use crate::rust_source;
use crate::tree::{Tree, is_test_file};

/// The names a row of the ledger may point to.
pub(super) struct TestNames(BTreeSet<String>);

impl TestNames {
    /// Collects them. A browser test is known by the first word of its title.
    pub(super) fn of(tree: &Tree) -> Result<Self> {
        let mut names = BTreeSet::new();
        for (path, text) in tree.under("crates", &[".rs"]) {
            let whole_file = is_test_file(path);
            let tokens = rust_source::tokens(text);
            let functions = tokens.windows(3).filter(|three| {
                three[0].word() == Some("fn") && (three[2].is("(") || three[2].is("<"))
            });
            let tests = functions.filter(|three| whole_file || three[0].test);
            names.extend(tests.filter_map(|three| three[1].word().map(str::to_owned)));
        }
        let title = Regex::new(r#"\btest\(\s*['"`](\w+)"#)?;
        for (_, text) in tree.under("e2e", &[".ts", ".mjs", ".js"]) {
            names.extend(title.captures_iter(text).map(|groups| groups[1].to_owned()));
        }
        Ok(Self(names))
    }

    /// Whether there is such a test.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.contains(name)
    }
}
