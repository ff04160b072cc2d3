//! `cargo run -p xtask -- check [name …]`: the rules of the house that neither rustc nor clippy knows.
//!
//! One line per finding, `file:line: what is wrong and the way on`; exit 1 if there is any.

mod arrows;
mod csp;
mod han;
mod ledger;
mod length;
mod migrations;
mod rust_source;
mod traces;
mod tree;
mod words;

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use tree::{Report, Tree};

type Check = fn(&Tree) -> Result<Report>;

/// The checks by the name they are asked for with.
const CHECKS: [(&str, Check); 8] = [
    ("arrows", arrows::check),
    ("length", |tree| Ok(length::check(tree))),
    ("csp", csp::check),
    ("words", words::check),
    ("han", han::check),
    ("migrations", |tree| Ok(migrations::check(tree))),
    ("ledger", ledger::check),
    ("traces", traces::check),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let Some(checks) = asked_for(&arguments) else {
        let names = CHECKS.map(|(name, _)| name).join(" ");
        eprintln!("usage: cargo run -p xtask -- check [name …]\nchecks: {names}");
        return ExitCode::from(2);
    };
    match run(&checks) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// The checks a command line means, all of them for a bare `check`; `None` if it means nothing.
fn asked_for(arguments: &[String]) -> Option<Vec<(&'static str, Check)>> {
    let (command, names) = arguments.split_first()?;
    if command != "check" {
        return None;
    }
    if names.is_empty() {
        return Some(CHECKS.to_vec());
    }
    names
        .iter()
        .map(|asked| CHECKS.into_iter().find(|(name, _)| name == asked))
        .collect()
}

/// Runs the checks, prints what they found, and returns how much that was.
fn run(checks: &[(&str, Check)]) -> Result<usize> {
    let tree = Tree::load(&root()?)?;
    let mut count = 0;
    for (name, check) in checks {
        let report = check(&tree).with_context(|| format!("check {name}"))?;
        let mut findings = report.findings;
        findings.sort();
        count += findings.len();
        for line in report
            .notes
            .iter()
            .cloned()
            .chain(findings.iter().map(ToString::to_string))
        {
            println!("{line}");
        }
    }
    match count {
        0 => println!("xtask: nothing to mend"),
        1 => println!("xtask: 1 finding"),
        _ => println!("xtask: {count} findings"),
    }
    Ok(count)
}

/// The top of the repository: above this package when cargo runs it, else where it was started.
fn root() -> Result<PathBuf> {
    match env::var_os("CARGO_MANIFEST_DIR") {
        Some(package) => Ok(PathBuf::from(package).join("..")),
        None => env::current_dir().context("the current folder is gone"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(arguments: &[&str]) -> Option<Vec<&'static str>> {
        let owned: Vec<_> = arguments.iter().map(|name| (*name).to_owned()).collect();
        asked_for(&owned).map(|checks| checks.iter().map(|(name, _)| *name).collect())
    }

    #[test]
    fn the_command_line_names_checks_or_means_all() {
        assert_eq!(names(&["check"]).unwrap().len(), CHECKS.len());
        assert_eq!(names(&["check", "han", "csp"]).unwrap(), ["han", "csp"]);
        for nothing in [&[][..], &["chekc"][..], &["check", "everything"][..]] {
            assert_eq!(names(nothing), None, "{nothing:?}");
        }
    }
}
