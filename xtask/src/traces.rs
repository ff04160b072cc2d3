//! No file names the machine it was made on, nor the host its packages came from.

use anyhow::Result;
use regex::Regex;

use crate::tree::{Report, Tree, line_of};

/// Roots of work machines, without their slashes: this file is searched as well.
const HOMES: [&str; 3] = ["work", "root", "home"];
/// Hosts of package registries, as patterns for the same reason.
const HOSTS: &str = r"crates\.io|registry\.npmjs\.org|pypi\.org|deb\.debian\.org";
/// The only source a package of `Cargo.lock` may have: cargo's own name for its default registry.
const LOCK_SOURCE: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Reads every text file of the repository.
pub(crate) fn check(tree: &Tree) -> Result<Report> {
    let mut report = Report::default();
    // What stands before tells an absolute path from the tail of another one (`docs/home/`).
    let path_of_machine = Regex::new(&format!(r"(?:^|[^\w.~*)}}\]-])(/(?:{})/)", HOMES.join("|")))?;
    let registry = Regex::new(&format!(r"(?i)\w+://(?:[\w-]+\.)*(?:{HOSTS})\b"))?;
    for (path, text) in tree.all() {
        for (index, line) in text.lines().enumerate() {
            for found in path_of_machine
                .captures_iter(line)
                .filter_map(|groups| groups.get(1))
            {
                let sentence = format!(
                    "names {}…, a path of one machine; use a path relative to the repository",
                    found.as_str()
                );
                report.find(path, index + 1, sentence);
            }
            for found in registry.find_iter(line) {
                let sentence = format!(
                    "names the registry {}; registries are the user's own setting, leave it out",
                    found.as_str()
                );
                report.find(path, index + 1, sentence);
            }
        }
        if path.ends_with("package-lock.json") {
            resolved(&mut report, path, text);
        } else if path.ends_with("Cargo.lock") {
            sources(&mut report, path, text);
        }
    }
    Ok(report)
}

/// npm writes the host of every package; one finding stands for all of them.
fn resolved(report: &mut Report, path: &str, text: &str) {
    let field = "\"resolved\":";
    let count = text.matches(field).count();
    if let Some(offset) = text.find(field) {
        report.find(
            path,
            line_of(text, offset),
            format!(
                "{count} \"resolved\" fields name where packages were fetched; put \
                 omit-lockfile-registry-resolved=true into .npmrc beside it and write it anew"
            ),
        );
    }
}

/// A mirror in the developer's cargo settings must not have reached the lock file.
fn sources(report: &mut Report, path: &str, text: &str) {
    for (index, line) in text.lines().enumerate() {
        let source = line
            .strip_prefix("source = \"")
            .and_then(|rest| rest.strip_suffix('"'));
        if let Some(source) = source.filter(|source| *source != LOCK_SOURCE) {
            let sentence =
                format!("a package comes from {source}; only cargo's default is allowed");
            report.find(path, index + 1, sentence);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_one(path: &str, text: &str) -> Report {
        check(&Tree::of(&[(path, text)])).unwrap()
    }

    #[test]
    fn a_path_of_a_machine_is_found_on_its_line() {
        for home in HOMES {
            for before in ["", "see ", "\"", "`", "file://", "=", "（"] {
                let text = format!("# Title\n{before}/{home}/kedang/main.rs");
                check_one("docs/a.md", &text).assert_only("docs/a.md:2", "path of one machine");
            }
        }
    }

    #[test]
    fn the_tail_of_a_path_is_none() {
        for text in [
            "docs/home/a.md",
            "./root/a",
            "../work/x",
            "**/work/",
            "${top}/root/a",
            "/works/",
        ] {
            assert_eq!(check_one("docs/a.md", text).lines(), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_registry_is_found_whatever_its_subdomain() {
        for host in [
            "crates|io",
            "static.crates|io",
            "registry.npmjs|org",
            "pypi|org",
            "deb.debian|org",
        ] {
            let text = format!("registry=https://{}/x", host.replace('|', "."));
            check_one("web/.npmrc", &text).assert_only("web/.npmrc:1", "names the registry");
        }
        for text in [
            "not on crates.io yet",
            "https://github.com/rust-lang/crates.io-index",
        ] {
            assert_eq!(check_one("README.md", text).lines(), [""; 0], "{text}");
        }
    }

    #[test]
    fn resolved_fields_are_one_finding_with_their_number() {
        let text = "{\n  \"a\": { \"resolved\": \"http://mirror/a\" },\n  \"b\": { \"resolved\": \"x\" }\n}";
        let report = check_one("web/package-lock.json", text);
        report.assert_only("web/package-lock.json:2", "2 \"resolved\" fields");
    }

    #[test]
    fn a_mirror_in_the_lock_file_is_found() {
        let text =
            format!("source = \"{LOCK_SOURCE}\"\nsource = \"registry+https://mirror.local/\"\n");
        check_one("Cargo.lock", &text).assert_only("Cargo.lock:2", "mirror.local");
    }
}
