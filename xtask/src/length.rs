//! How long files may be, and which names say nothing about what is inside.

use crate::rust_source;
use crate::tree::{Report, Tree, in_crate, is_test_file};

/// Lines a production file may have.
const WALL: usize = 400;
/// Lines a test file, or the test part of a production file, may have.
const TEST_WALL: usize = 500;
/// Lines 95 of 100 production files must stay within.
const P95: usize = 300;
/// Module names that gather what belongs nowhere.
const NO_NAMES: [&str; 4] = ["utils", "helpers", "common", "types"];
const ENDINGS: [&str; 4] = [".rs", ".ts", ".css", ".mjs"];

/// Measures every source file of ours.
pub(crate) fn check(tree: &Tree) -> Report {
    let mut report = Report::default();
    let mut lengths = Vec::new();
    for (path, text) in tree.all().filter(|(path, text)| is_measured(path, text)) {
        check_name(&mut report, path);
        let total = text.lines().count();
        if is_test(path) {
            over(&mut report, path, total, TEST_WALL, "lines in a test file");
            continue;
        }
        let test = if path.ends_with(".rs") {
            test_lines(&mut report, path, text)
        } else {
            0
        };
        over(&mut report, path, total - test, WALL, "production lines");
        over(&mut report, path, test, TEST_WALL, "test lines");
        lengths.push((total - test, path));
    }
    lengths.sort_unstable();
    if let (Some(median), Some(p95)) = (percentile(&lengths, 50), percentile(&lengths, 95)) {
        report.note(format!(
            "length: {} production files, median {}, p95 {}, longest {}",
            lengths.len(),
            median.0,
            p95.0,
            lengths[lengths.len() - 1].0
        ));
        if p95.0 > P95 {
            report.find(
                p95.1,
                1,
                format!(
                    "the p95 of all production files is {} lines, over {P95}; \
                     divide the longest by noun, then by verb, starting here",
                    p95.0
                ),
            );
        }
    }
    report
}

fn is_measured(path: &str, text: &str) -> bool {
    let place = match in_crate(path) {
        Some((_, rest)) => {
            rest == "build.rs" || rest.starts_with("src/") || rest.starts_with("tests/")
        }
        None => ["xtask/src/", "web/src/", "e2e/"]
            .iter()
            .any(|folder| path.starts_with(folder)),
    };
    let generated = text
        .lines()
        .next()
        .is_some_and(|line| line.contains("@generated"));
    place && !generated && ENDINGS.iter().any(|ending| path.ends_with(ending))
}

fn is_test(path: &str) -> bool {
    path.starts_with("e2e/") || is_test_file(path)
}

fn over(report: &mut Report, path: &str, lines: usize, wall: usize, what: &str) {
    if lines > wall {
        let sentence = format!("{lines} {what}, {wall} are allowed; divide by noun, then by verb");
        report.find(path, wall + 1, sentence);
    }
}

/// The lines of items under `#[cfg(test)]`; looks at module names in passing.
fn test_lines(report: &mut Report, path: &str, text: &str) -> usize {
    let tokens = rust_source::tokens(text);
    for pair in tokens.windows(3) {
        let inline = pair[0].word() == Some("mod") && pair[2].is("{");
        if let Some(name) = pair[1]
            .word()
            .filter(|name| inline && NO_NAMES.contains(name))
        {
            report.find(path, pair[1].line, say_name(name));
        }
    }
    let runs = tokens.chunk_by(|a, b| a.test == b.test);
    // An item ends with `}` or `;`, so the line its last token starts on is its last line.
    runs.filter_map(|run| match run {
        [first, .., last] if first.test => Some(last.line + 1 - first.line),
        _ => None,
    })
    .sum()
}

fn check_name(report: &mut Report, path: &str) {
    if path.ends_with(".css") {
        return;
    }
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    if let Some(name) = stem.split('/').find(|part| NO_NAMES.contains(part)) {
        report.find(path, 1, say_name(name));
    }
}

fn say_name(name: &str) -> String {
    format!("a module named {name} says nothing; name it after the noun its content is about")
}

/// The value that `share` of 100 values do not exceed (nearest rank), of a sorted list.
fn percentile<T: Copy>(sorted: &[T], share: usize) -> Option<T> {
    let rank = (sorted.len() * share).div_ceil(100);
    sorted.get(rank.saturating_sub(1)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_one(path: &str, text: &str) -> Report {
        check(&Tree::of(&[(path, text)]))
    }

    fn lines(count: usize) -> String {
        "// line\n".repeat(count)
    }

    #[test]
    fn the_wall_stands_at_400_production_lines() {
        for path in [
            "crates/a/src/b.rs",
            "crates/a/build.rs",
            "web/src/a.css",
            "xtask/src/a.rs",
        ] {
            let report = check_one(path, &lines(401));
            let found = report.lines();
            assert_eq!(found.len(), 2, "{found:?}"); // the file, and the p95 of this one file
            assert!(
                found[0].starts_with(&format!("{path}:401: 401 production lines")),
                "{found:?}"
            );
            assert_eq!(check_one(path, &lines(300)).lines(), [""; 0]);
        }
    }

    #[test]
    fn test_modules_do_not_count_wherever_they_stand() {
        let test = format!("#[cfg(test)]\nmod tests {{\n{}}}\n", lines(300));
        for text in [
            format!("{}{test}", lines(290)),
            format!("{test}{}", lines(290)),
        ] {
            let report = check_one("crates/a/src/b.rs", &text);
            assert_eq!(report.lines(), [""; 0]);
            assert_eq!(
                report.notes,
                ["length: 1 production files, median 290, p95 290, longest 290"]
            );
        }
        let hidden = format!("#[cfg(test)]\nmod tests;\n{}", lines(401));
        assert_eq!(check_one("crates/a/src/b.rs", &hidden).lines().len(), 2);
    }

    #[test]
    fn tests_have_a_wall_of_their_own() {
        for path in [
            "crates/a/tests/b.rs",
            "crates/a/src/b/tests.rs",
            "e2e/b.spec.ts",
        ] {
            assert_eq!(check_one(path, &lines(500)).lines(), [""; 0], "{path}");
            check_one(path, &lines(501))
                .assert_only(&format!("{path}:501"), "501 lines in a test file");
        }
        let inside = format!("#[cfg(test)]\nmod tests {{\n{}}}\n", lines(500));
        check_one("crates/a/src/b.rs", &inside)
            .assert_only("crates/a/src/b.rs:501", "503 test lines");
    }

    #[test]
    fn one_long_file_among_many_moves_no_p95_but_two_of_twenty_do() {
        let (short, long) = (lines(50), lines(350));
        let tree_with = |long_files: usize| {
            let names: Vec<_> = (0..20)
                .map(|index| format!("crates/a/src/f{index:02}.rs"))
                .collect();
            let files: Vec<_> = names
                .iter()
                .enumerate()
                .map(|(index, name)| {
                    (
                        name.as_str(),
                        if index < long_files { &*long } else { &*short },
                    )
                })
                .collect();
            check(&Tree::of(&files))
        };
        assert_eq!(tree_with(1).lines(), [""; 0]);
        tree_with(2).assert_only(
            "crates/a/src/f00.rs:1",
            "p95 of all production files is 350",
        );
    }

    #[test]
    fn generated_and_foreign_files_are_not_measured() {
        let generated = format!("// @generated by something\n{}", lines(900));
        assert_eq!(check_one("crates/a/src/b.rs", &generated).lines(), [""; 0]);
        assert_eq!(check_one("docs/a.css", &lines(900)).lines(), [""; 0]);
    }

    #[test]
    fn names_that_say_nothing_are_found() {
        for path in [
            "crates/a/src/utils.rs",
            "crates/a/tests/common/mod.rs",
            "web/src/types.ts",
        ] {
            check_one(path, "").assert_only(&format!("{path}:1"), "says nothing");
        }
        let inline = check_one("crates/a/src/b.rs", "\npub mod helpers { fn f() {} }");
        inline.assert_only("crates/a/src/b.rs:2", "named helpers says nothing");
        assert_eq!(
            check_one("crates/a/src/b.rs", "let types = 1; mod field_types {}").lines(),
            [""; 0]
        );
    }
}
