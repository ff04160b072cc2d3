//! The arrows of ARCHITECTURE.md: which of our crates may lean on which, nothing pointing back.

use anyhow::{Context as _, Result};
use toml::Table;

use crate::tree::{Report, Tree, in_crate};

/// Each crate with the ones of ours it may depend on. A new crate gets its row here first.
const ARROWS: [(&str, &[&str]); 14] = [
    (
        "kedang",
        &[
            "kedang-api",
            "kedang-web",
            "kedang-demo",
            "kedang-store",
            "kedang-app",
            "kedang-core",
            "kedang-words",
        ],
    ),
    ("kedang-demo", &["kedang-app", "kedang-core"]),
    ("kedang-api", &["kedang-app", "kedang-words", "kedang-core"]),
    ("kedang-web", &["kedang-app", "kedang-words", "kedang-core"]),
    (
        "kedang-app",
        &[
            "kedang-store",
            "kedang-form",
            "kedang-paper",
            "kedang-sheet",
            "kedang-files",
            "kedang-text",
            "kedang-core",
        ],
    ),
    ("kedang-store", &["kedang-core"]),
    ("kedang-form", &["kedang-core"]),
    ("kedang-paper", &["kedang-core"]),
    ("kedang-sheet", &["kedang-core"]),
    ("kedang-files", &["kedang-core"]),
    ("kedang-text", &["kedang-core"]),
    ("kedang-core", &[]),
    ("kedang-words", &[]),
    ("kedang-testkit-macros", &[]),
];

/// Builds the product's tests and so may see all of it; no product crate may see it.
const TESTKIT: &str = "kedang-testkit";

/// What only `[dev-dependencies]` may name.
const FOR_TESTS: [&str; 2] = [TESTKIT, "kedang-testkit-macros"];

/// Reads every crate's manifest against the table.
pub(crate) fn check(tree: &Tree) -> Result<Report> {
    let mut report = Report::default();
    let manifests = tree.under("crates", &["/Cargo.toml"]);
    for (path, text) in
        manifests.filter(|(path, _)| in_crate(path).is_some_and(|(_, rest)| rest == "Cargo.toml"))
    {
        let manifest: Table = text
            .parse()
            .with_context(|| format!("{path} is not TOML"))?;
        let package = manifest
            .get("package")
            .and_then(|package| package.get("name"));
        let name = package.and_then(|name| name.as_str()).unwrap_or_default();
        if !is_known(name) {
            report.find(
                path,
                1,
                format!(
                    "crate {name:?} has no row in the table of arrows; \
                     decide what it may depend on and add it to xtask/src/arrows.rs"
                ),
            );
            continue;
        }
        for edge in edges(&manifest)
            .iter()
            .filter(|edge| edge.to.starts_with("kedang"))
        {
            if let Some(sentence) = objection(name, edge) {
                report.find(path, line_of_dependency(text, edge), sentence);
            }
        }
    }
    Ok(report)
}

/// One line of a dependency section.
struct Edge {
    /// `dependencies`, `dev-dependencies` or `build-dependencies`.
    section: &'static str,
    /// Name in the manifest.
    key: String,
    /// Name of the crate, which `package = "…"` may set apart from the key.
    to: String,
}

fn edges(manifest: &Table) -> Vec<Edge> {
    let targets = manifest.get("target").and_then(|target| target.as_table());
    let per_target = targets
        .into_iter()
        .flat_map(Table::values)
        .filter_map(|t| t.as_table());
    let mut edges = Vec::new();
    for table in std::iter::once(manifest).chain(per_target) {
        for section in ["dependencies", "dev-dependencies", "build-dependencies"] {
            let Some(list) = table.get(section).and_then(|list| list.as_table()) else {
                continue;
            };
            edges.extend(list.iter().map(|(key, value)| {
                let renamed = value.get("package").and_then(|package| package.as_str());
                Edge {
                    section,
                    key: key.clone(),
                    to: renamed.unwrap_or(key).to_owned(),
                }
            }));
        }
    }
    edges
}

fn is_known(name: &str) -> bool {
    name == TESTKIT || ARROWS.iter().any(|(from, _)| *from == name)
}

/// Why an edge may not be, as a sentence.
fn objection(from: &str, edge: &Edge) -> Option<String> {
    let to = edge.to.as_str();
    if !is_known(to) {
        return Some(format!(
            "{from} depends on {to}, which the table of arrows does not know"
        ));
    }
    if FOR_TESTS.contains(&to) {
        let allowed = edge.section == "dev-dependencies" || from == TESTKIT;
        return (!allowed).then(|| {
            format!(
                "{to} is for tests only; move it from [{}] to [dev-dependencies]",
                edge.section
            )
        });
    }
    // A crate names itself in [dev-dependencies] to turn a feature on for its own tests.
    if from == TESTKIT || (from == to && edge.section == "dev-dependencies") {
        return None;
    }
    let row = ARROWS
        .iter()
        .find(|(name, _)| *name == from)
        .map_or(&[][..], |(_, to)| to);
    if row.contains(&to) {
        return None;
    }
    let may = if row.is_empty() {
        "none of our crates".to_owned()
    } else {
        row.join(", ")
    };
    Some(format!(
        "{from} may not depend on {to}, only on {may}; \
         move what it needs down, or pass it in from a crate above"
    ))
}

/// The line that names the dependency, below the head of a section of that kind.
fn line_of_dependency(text: &str, edge: &Edge) -> usize {
    let mut inside = false;
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.starts_with('[') {
            let head = line.trim_matches(['[', ']']);
            inside = head.ends_with(edge.section);
            if head.ends_with(&format!("{}.{}", edge.section, edge.key)) {
                return index + 1;
            }
        } else if inside {
            let rest = line.trim_start_matches('"').strip_prefix(&edge.key);
            if rest.is_some_and(|rest| rest.starts_with([' ', '.', '=', '"'])) {
                return index + 1;
            }
        }
    }
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(name: &str, rest: &str) -> String {
        format!("[package]\nname = \"{name}\"\n{rest}")
    }

    fn check_one(name: &str, rest: &str) -> Report {
        let path = format!("crates/{name}/Cargo.toml");
        check(&Tree::of(&[(&path, &manifest(name, rest))])).unwrap()
    }

    #[test]
    fn allowed_arrows_pass() {
        for (name, rest) in [
            (
                "kedang-app",
                "[dependencies]\nkedang-store.workspace = true\nserde = \"1\"",
            ),
            (
                "kedang-store",
                "[dependencies]\nkedang-core = { path = \"../kedang-core\" }",
            ),
            (
                "kedang-store",
                "[dev-dependencies]\nkedang-testkit.workspace = true",
            ),
            (
                "kedang-core",
                "[dev-dependencies]\nkedang-testkit-macros.workspace = true",
            ),
            (
                "kedang-store",
                "[dev-dependencies]\nkedang-store = { path = \".\" }",
            ),
            (
                "kedang-store",
                "[dev-dependencies]\nkedang-store = { path = \".\" }",
            ),
            (
                "kedang-testkit",
                "[dependencies]\nkedang.workspace = true\nkedang-testkit-macros = {}",
            ),
        ] {
            assert_eq!(check_one(name, rest).lines(), [""; 0], "{name} {rest}");
        }
    }

    #[test]
    fn an_arrow_that_points_back_is_found_on_its_line() {
        let report = check_one(
            "kedang-core",
            "[dependencies]\nserde = \"1\"\nkedang-app = {}",
        );
        report.assert_only(
            "crates/kedang-core/Cargo.toml:5",
            "may not depend on kedang-app",
        );
    }

    #[test]
    fn a_face_never_sees_the_store() {
        for name in ["kedang-web", "kedang-api"] {
            let report = check_one(name, "[dependencies.kedang-store]\nworkspace = true");
            report.assert_only(
                &format!("crates/{name}/Cargo.toml:3"),
                "kedang-app, kedang-words",
            );
        }
    }

    #[test]
    fn the_test_kit_is_no_part_of_the_product() {
        for section in [
            "dependencies",
            "build-dependencies",
            "target.'cfg(unix)'.dependencies",
        ] {
            let rest = format!("[{section}]\nkedang-testkit = {{}}");
            let report = check_one("kedang-app", &rest);
            report.assert_only("crates/kedang-app/Cargo.toml:4", "for tests only");
        }
    }

    #[test]
    fn neither_a_new_name_nor_a_dev_section_hides_an_arrow() {
        let renamed = "[dependencies]\nstore = { package = \"kedang-store\" }";
        check_one("kedang-web", renamed)
            .assert_only("crates/kedang-web/Cargo.toml:4", "kedang-store");
        let dev = "[dev-dependencies]\nkedang-web = {}";
        check_one("kedang-core", dev).assert_only("crates/kedang-core/Cargo.toml:4", "kedang-web");
    }

    #[test]
    fn an_unknown_crate_is_found_on_either_end() {
        let report = check_one("kedang-magic", "");
        report.assert_only("crates/kedang-magic/Cargo.toml:1", "no row in the table");
        let report = check_one("kedang-app", "[dependencies]\nkedang-magic = {}");
        report.assert_only("crates/kedang-app/Cargo.toml:4", "does not know");
    }
}
