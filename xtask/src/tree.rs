//! The repository as the checks see it: its text files by path, and what was found in them.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};

/// Folders that hold what was built or installed; only asked about where git cannot tell.
const NOT_OURS: [&str; 4] = [".git", "target", "node_modules", "dist"];

/// Every UTF-8 file of the repository. Paths are relative to its root, with `/` on every system.
pub(crate) struct Tree {
    files: BTreeMap<String, String>,
}

impl Tree {
    /// Reads what git tracks or would track; without git, all but the well-known built folders.
    pub(crate) fn load(root: &Path) -> Result<Self> {
        let paths = match listed_by_git(root) {
            Some(paths) => paths,
            None => walked(root).with_context(|| format!("cannot list {}", root.display()))?,
        };
        let mut files = BTreeMap::new();
        for path in paths {
            match fs::read(root.join(&path)) {
                // A picture or a spreadsheet has no lines to point at.
                Ok(bytes) => {
                    if let Ok(text) = String::from_utf8(bytes) {
                        files.insert(path, text);
                    }
                }
                // git still lists a file whose removal is not committed; a link may lead to a folder.
                Err(error)
                    if matches!(
                        error.kind(),
                        io::ErrorKind::NotFound | io::ErrorKind::IsADirectory
                    ) => {}
                Err(error) => return Err(error).with_context(|| format!("cannot read {path}")),
            }
        }
        Ok(Self { files })
    }

    /// The text of one file.
    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// All files as `(path, text)`, in the order of their paths.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The files of a folder and its subfolders that have one of these endings.
    pub(crate) fn under<'a>(
        &'a self,
        folder: &'a str,
        endings: &'a [&'a str],
    ) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.all().filter(move |(path, _)| {
            let inside = path
                .strip_prefix(folder)
                .is_some_and(|rest| rest.starts_with('/'));
            inside && endings.iter().any(|ending| path.ends_with(ending))
        })
    }

    /// The Rust files of every crate's `src`, test modules in files of their own left out.
    pub(crate) fn production_rust(&self) -> impl Iterator<Item = (&str, &str)> {
        self.under("crates", &[".rs"]).filter(|(path, _)| {
            in_crate(path).is_some_and(|(_, rest)| rest.starts_with("src/")) && !is_test_file(path)
        })
    }
}

#[cfg(test)]
impl Tree {
    /// A small tree for a test.
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        let owned = files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
        Self {
            files: owned.collect(),
        }
    }
}

/// Splits `crates/<name>/<rest>` into name and rest.
pub(crate) fn in_crate(path: &str) -> Option<(&str, &str)> {
    path.strip_prefix("crates/")?.split_once('/')
}

/// Whether a Rust file is only compiled for tests: under a `tests` folder, or the `tests.rs` that a
/// `#[cfg(test)] mod tests;` names.
pub(crate) fn is_test_file(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

/// The line of a byte offset, counted from 1.
pub(crate) fn line_of(text: &str, offset: usize) -> usize {
    let end = offset.min(text.len());
    text.as_bytes()[..end]
        .iter()
        .filter(|byte| **byte == b'\n')
        .count()
        + 1
}

fn listed_by_git(root: &Path) -> Option<Vec<String>> {
    let arguments = [
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ];
    let output = Command::new("git")
        .arg("-C")
        .arg(root)
        .args(arguments)
        .output()
        .ok()?;
    let names = output
        .status
        .success()
        .then(|| String::from_utf8(output.stdout).ok())??;
    Some(names.split_terminator('\0').map(str::to_owned).collect())
}

fn walked(root: &Path) -> io::Result<Vec<String>> {
    let mut paths = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(root.join(&folder))? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if folder.is_empty() {
                name.clone()
            } else {
                format!("{folder}/{name}")
            };
            let kind = entry.file_type()?;
            if kind.is_file() {
                paths.push(path);
            } else if kind.is_dir() && !NOT_OURS.contains(&name.as_str()) {
                folders.push(path);
            }
        }
    }
    Ok(paths)
}

/// One thing to mend.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    path: String,
    line: usize,
    sentence: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.sentence)
    }
}

/// What one check has to say.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// Each makes the run fail.
    pub(crate) findings: Vec<Finding>,
    /// Figures worth printing either way.
    pub(crate) notes: Vec<String>,
}

impl Report {
    /// Adds a finding; the sentence says what is wrong and the way on.
    pub(crate) fn find(&mut self, path: &str, line: usize, sentence: impl Into<String>) {
        self.findings.push(Finding {
            path: path.to_owned(),
            line,
            sentence: sentence.into(),
        });
    }

    /// Adds a line that is printed whether or not anything is wrong.
    pub(crate) fn note(&mut self, line: impl Into<String>) {
        self.notes.push(line.into());
    }
}

#[cfg(test)]
impl Report {
    /// The findings as printed, for a test to compare.
    pub(crate) fn lines(&self) -> Vec<String> {
        self.findings.iter().map(ToString::to_string).collect()
    }

    /// Fails unless there is exactly one finding, at this place, whose sentence has these words.
    #[track_caller]
    pub(crate) fn assert_only(&self, place: &str, words: &str) {
        let lines = self.lines();
        let fits = lines.len() == 1 && lines[0].starts_with(&format!("{place}: "));
        assert!(
            fits && lines[0].contains(words),
            "wanted {place}: …{words}…, got {lines:#?}"
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_walk_reads_text_and_leaves_out_what_is_built() {
        let root = std::env::temp_dir().join(format!("kedang-xtask-tree-{}", std::process::id()));
        fs::create_dir_all(root.join("crates/a/src")).unwrap();
        fs::create_dir_all(root.join("target/debug")).unwrap();
        fs::write(root.join("crates/a/src/lib.rs"), "//! A.\n").unwrap();
        fs::write(root.join("target/debug/out.rs"), "built").unwrap();
        fs::write(root.join("photo.jpg"), [0xff, 0xd8, 0xff]).unwrap();
        let paths = walked(&root).unwrap();
        let tree = Tree::load(&root).unwrap();
        fs::remove_dir_all(&root).unwrap();
        assert_eq!(paths.len(), 2, "{paths:?}");
        let seen: Vec<_> = tree.all().collect();
        assert_eq!(seen, [("crates/a/src/lib.rs", "//! A.\n")]);
    }

    #[test]
    fn a_folder_is_not_its_namesake() {
        let tree = Tree::of(&[
            ("web/src/a.ts", ""),
            ("web/srcs/b.ts", ""),
            ("web/src/c.css", ""),
        ]);
        let found: Vec<_> = tree
            .under("web/src", &[".ts"])
            .map(|(path, _)| path)
            .collect();
        assert_eq!(found, ["web/src/a.ts"]);
    }

    #[test]
    fn production_leaves_tests_out() {
        let tree = Tree::of(&[
            ("crates/a/src/lib.rs", ""),
            ("crates/a/src/room/tests.rs", ""),
            ("crates/a/src/tests/big.rs", ""),
            ("crates/a/tests/page.rs", ""),
            ("crates/a/build.rs", ""),
            ("xtask/src/main.rs", ""),
        ]);
        let found: Vec<_> = tree.production_rust().map(|(path, _)| path).collect();
        assert_eq!(found, ["crates/a/src/lib.rs"]);
    }

    #[test]
    fn lines_count_from_one() {
        for (offset, line) in [(0, 1), (1, 1), (2, 2), (4, 3), (99, 3)] {
            assert_eq!(line_of("a\nb\nc", offset), line, "{offset}");
        }
    }
}
