//! The ledger `docs/capabilities.md` tells the truth: each row once, in a known state, with a test
//! that exists.

mod rows;
mod tests_of_tree;

use std::collections::BTreeMap;

use anyhow::Result;

use crate::tree::{Report, Tree};
use rows::Row;
use tests_of_tree::TestNames;

const LEDGER: &str = "docs/capabilities.md";
const REQUIREMENTS: &str = "docs/requirements/capabilities.md";

/// Reads the ledger against the requirements and the tests of the tree.
pub(crate) fn check(tree: &Tree) -> Result<Report> {
    let mut report = Report::default();
    let (Some(ledger), Some(requirements)) = (tree.text(LEDGER), tree.text(REQUIREMENTS)) else {
        let missing = if tree.text(LEDGER).is_some() {
            REQUIREMENTS
        } else {
            LEDGER
        };
        report.find(
            missing,
            1,
            "is missing; the ledger lists every row of the requirements",
        );
        return Ok(report);
    };
    let tests = TestNames::of(tree)?;
    let mut first_lines = BTreeMap::new();
    let mut counts = BTreeMap::from([("done", 0), ("partial", 0), ("open", 0)]);
    for row in rows::rows(ledger) {
        if let Some(line) = first_lines.get(row.id) {
            let sentence = format!(
                "{} stands on line {line} already; keep one of the two",
                row.id
            );
            report.find(LEDGER, row.line, sentence);
        } else {
            first_lines.insert(row.id, row.line);
        }
        for sentence in objections(&row, &tests) {
            report.find(LEDGER, row.line, sentence);
        }
        if let Some(count) = counts.get_mut(row.state) {
            *count += 1;
        }
    }
    for row in rows::rows(requirements).filter(|row| row.id.starts_with('D')) {
        if !first_lines.contains_key(row.id) {
            let sentence = format!("{} is missing; add its row, as open", row.id);
            report.find(LEDGER, 1, sentence);
        }
    }
    let counts: Vec<_> = ["done", "partial", "open"]
        .map(|s| format!("{s} {}", counts[s]))
        .into();
    report.note(format!("ledger: {}", counts.join(", ")));
    Ok(report)
}

/// What is wrong with one row, as sentences.
fn objections(row: &Row, tests: &TestNames) -> Vec<String> {
    let mut wrong = Vec::new();
    match row.state {
        "open" => return wrong,
        "done" => {}
        "partial" if row.note.starts_with("waits:") => {}
        "partial" => wrong.push(format!(
            "{} is partial; its note must begin with 'waits:' and say what the rest needs",
            row.id
        )),
        other => {
            wrong.push(format!(
                "{} is {other:?}; a state is done, partial or open",
                row.id
            ));
            return wrong;
        }
    }
    let names = row.tests();
    if names.is_empty() {
        wrong.push(format!(
            "{} is {} without a test; name the one that proves it",
            row.id, row.state
        ));
    }
    let stem = row.id.to_lowercase().replace('-', "_");
    for name in names {
        let rest = name.strip_prefix(stem.as_str());
        if !rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('_')) {
            wrong.push(format!(
                "the test {name} of {} must be called {stem}_…",
                row.id
            ));
        } else if !tests.has(name) {
            wrong.push(format!(
                "{} names the test {name}, which does not exist",
                row.id
            ));
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: &str =
        "| ID | a |\n|---|---|\n| D01-1 | x |\n| D01-10 (..12) | x |\n| D01 | map |\n";
    const TEST: &str = "#[test]\nfn d01_1_name_needed() {}\n";

    fn check_rows(rows: &str, test_path: &str, test: &str) -> Report {
        let ledger = format!(
            "# Ledger\n\n| row | state | where | test | note |\n|---|---|---|---|---|\n{rows}"
        );
        check(&Tree::of(&[
            (LEDGER, &ledger),
            (REQUIREMENTS, RULES),
            (test_path, test),
        ]))
        .unwrap()
    }

    fn check_first(row: &str) -> Report {
        let rows = format!("{row}\n| D01-10 | open | | | |\n");
        check_rows(&rows, "crates/a/tests/b.rs", TEST)
    }

    #[test]
    fn a_true_ledger_passes_and_is_counted() {
        let rows = "| D01-1 | done | app | d01_1_name_needed | |\n\
                    | D01-10 | partial | app | `d01_10_b`, d01_10_page | waits: the printer |\n\
                    | T-1 | open | | | |\n";
        let tests = "async fn d01_1_name_needed() {}\nfn d01_10_b() {}";
        let ledger =
            format!("| row | state | where | test | note |\n|---|---|---|---|---|\n{rows}");
        let report = check(&Tree::of(&[
            (LEDGER, &ledger),
            (REQUIREMENTS, RULES),
            ("crates/a/tests/b.rs", tests),
            (
                "e2e/a.spec.mjs",
                "test('d01_10_page opens the list', async () => {})",
            ),
        ]))
        .unwrap();
        assert_eq!(report.lines(), [""; 0]);
        assert_eq!(report.notes, ["ledger: done 1, partial 1, open 1"]);
    }

    #[test]
    fn each_lie_is_found() {
        for (row, words) in [
            (
                "| D01-1 | finished | app | d01_1_name_needed | |",
                "\"finished\"",
            ),
            ("| D01-1 | | app | d01_1_name_needed | |", "\"\""),
            (
                "| D01-1 | partial | app | d01_1_name_needed | soon |",
                "'waits:'",
            ),
            ("| D01-1 | done | app | | |", "without a test"),
            ("| D01-1 | done | app | d01_1_other | |", "does not exist"),
            (
                "| D01-1 | done | app | d01_1_name_needed, d01_1_gone | |",
                "d01_1_gone",
            ),
            (
                "| D01-1 | done | app | d01_10_b | |",
                "must be called d01_1_…",
            ),
            (
                "| D01-1 | done | app | name_needed | |",
                "must be called d01_1_…",
            ),
        ] {
            check_first(row).assert_only("docs/capabilities.md:5", words);
        }
    }

    #[test]
    fn a_row_given_twice_or_never_is_found() {
        let twice = "| D01-1 | open | | | |\n| D01-1 | open | | | |\n| D01-10 | open | | | |\n";
        check_rows(twice, "a", "").assert_only("docs/capabilities.md:6", "on line 5 already");
        let never = "| D01-1 | open | | | |\n";
        check_rows(never, "a", "").assert_only("docs/capabilities.md:1", "D01-10 is missing");
    }

    #[test]
    fn only_a_test_proves_a_row() {
        let rows = "| D01-1 | done | app | d01_1_name_needed | |\n| D01-10 | open | | | |\n";
        for (path, text, found) in [
            (
                "crates/a/src/b.rs",
                "#[cfg(test)]\nmod tests { fn d01_1_name_needed() {} }",
                true,
            ),
            ("crates/a/src/b/tests.rs", "fn d01_1_name_needed() {}", true),
            ("e2e/a.spec.ts", "test(\n  \"d01_1_name_needed\", f)", true),
            ("crates/a/src/b.rs", "fn d01_1_name_needed() {}", false),
            ("crates/a/tests/b.rs", "// fn d01_1_name_needed() {}", false),
            (
                "crates/a/tests/b.rs",
                "fn d01_1_name_needed_not() {}",
                false,
            ),
            ("e2e/a.spec.ts", "test('d01_1_name_needed_not', f)", false),
            ("docs/a.md", "fn d01_1_name_needed() {}", false),
        ] {
            assert_eq!(
                check_rows(rows, path, text).lines().is_empty(),
                found,
                "{path} {text}"
            );
        }
    }

    #[test]
    fn a_missing_file_is_found() {
        check(&Tree::of(&[]))
            .unwrap()
            .assert_only("docs/capabilities.md:1", "is missing");
        let alone = Tree::of(&[(LEDGER, "")]);
        check(&alone)
            .unwrap()
            .assert_only("docs/requirements/capabilities.md:1", "is missing");
    }
}
