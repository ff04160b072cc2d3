//! The migrations of the two engines are twins: same numbers, same names, no gap (ADR 16 j).

use std::collections::BTreeMap;

use crate::tree::{Report, Tree};

const FOLDER: &str = "crates/kedang-store/migrations";
const ENGINES: [&str; 2] = ["sqlite", "postgres"];

/// Compares the two folders by name and counts through each.
pub(crate) fn check(tree: &Tree) -> Report {
    let mut report = Report::default();
    let [sqlite, postgres] = ENGINES.map(|engine| names(tree, engine));
    if sqlite.is_empty() && postgres.is_empty() {
        report.find(
            FOLDER,
            1,
            "there is no migration here; the first creates the core tables",
        );
    }
    for (engine, own, other_engine, other) in [
        ("sqlite", &sqlite, "postgres", &postgres),
        ("postgres", &postgres, "sqlite", &sqlite),
    ] {
        for (name, path) in own.iter().filter(|(name, _)| !other.contains_key(*name)) {
            let sentence = format!("{FOLDER}/{other_engine} has no {name}; write the twin");
            report.find(path, 1, sentence);
        }
        count_through(&mut report, engine, own);
    }
    report
}

/// File name → path of an engine's migrations.
fn names<'a>(tree: &'a Tree, engine: &str) -> BTreeMap<&'a str, &'a str> {
    let folder = format!("{FOLDER}/{engine}/");
    let paths = tree.all().map(|(path, _)| path);
    paths
        .filter_map(|path| Some((path.strip_prefix(folder.as_str())?, path)))
        .collect()
}

fn count_through(report: &mut Report, engine: &str, names: &BTreeMap<&str, &str>) {
    let mut numbered = Vec::new();
    for (name, path) in names {
        match number(name) {
            Some(number) => numbered.push((number, *path)),
            None => report.find(
                path,
                1,
                "a migration is named NNNN_what_it_does.sql; nothing else lives in this folder",
            ),
        }
    }
    numbered.sort_unstable();
    let mut expected = 1;
    for (number, path) in numbered {
        if number != expected {
            let sentence = format!(
                "this is number {number} of {engine} where {expected} was due; renumber it"
            );
            report.find(path, 1, sentence);
        }
        expected = number + 1;
    }
}

fn number(name: &str) -> Option<u32> {
    let (digits, rest) = name.strip_suffix(".sql")?.split_once('_')?;
    let well_named = digits.len() == 4
        && !rest.is_empty()
        && rest
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    well_named.then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_names(sqlite: &[&str], postgres: &[&str]) -> Report {
        let folders = [("sqlite", sqlite), ("postgres", postgres)];
        let paths: Vec<String> = folders
            .iter()
            .flat_map(|(engine, names)| {
                names
                    .iter()
                    .map(move |name| format!("{FOLDER}/{engine}/{name}"))
            })
            .collect();
        let files: Vec<_> = paths
            .iter()
            .map(|path| (path.as_str(), "select 1;"))
            .collect();
        check(&Tree::of(&files))
    }

    #[test]
    fn twins_in_a_row_pass() {
        let names = ["0001_core.sql", "0002_grants.sql"];
        assert_eq!(check_names(&names, &names).lines(), [""; 0]);
    }

    #[test]
    fn a_missing_twin_is_found_on_either_side() {
        let (one, two) = (["0001_core.sql"], ["0001_core.sql", "0002_grants.sql"]);
        check_names(&one, &two).assert_only(
            "crates/kedang-store/migrations/postgres/0002_grants.sql:1",
            "migrations/sqlite has no 0002_grants.sql",
        );
        check_names(&two, &one).assert_only(
            "crates/kedang-store/migrations/sqlite/0002_grants.sql:1",
            "migrations/postgres has no 0002_grants.sql",
        );
    }

    #[test]
    fn a_gap_and_a_number_given_twice_are_found() {
        for (names, due) in [
            (
                ["0001_core.sql", "0003_grants.sql"],
                "number 3 of sqlite where 2 was due",
            ),
            (
                ["0001_core.sql", "0001_grants.sql"],
                "number 1 of sqlite where 2 was due",
            ),
        ] {
            let lines = check_names(&names, &names).lines();
            assert_eq!(lines.len(), 2, "{lines:?}");
            assert!(lines[0].contains(due), "{lines:?}");
        }
    }

    #[test]
    fn other_names_are_found() {
        for name in [
            "1_core.sql",
            "0001-core.sql",
            "0001_Core.sql",
            "0001_core.sql.bak",
            "0001_.sql",
        ] {
            assert_eq!(check_names(&[name], &[name]).lines().len(), 2, "{name}");
        }
    }

    #[test]
    fn an_empty_folder_is_no_success() {
        check_names(&[], &[]).assert_only("crates/kedang-store/migrations:1", "no migration");
    }
}
