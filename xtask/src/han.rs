//! Keeps the words of the product in `locales/`: no Han character in a literal of the code that
//! speaks to people or to the database. Comments may name a Chinese term.

use anyhow::Result;
use regex::Regex;

use crate::rust_source::{self, Kind};
use crate::tree::{Report, Tree, in_crate};

const CRATES: [&str; 4] = ["kedang-app", "kedang-api", "kedang-web", "kedang-store"];

/// Looks at every string and character literal outside tests.
pub(crate) fn check(tree: &Tree) -> Result<Report> {
    let han = Regex::new(r"\p{Han}+")?;
    let mut report = Report::default();
    let ours = tree
        .production_rust()
        .filter(|(path, _)| in_crate(path).is_some_and(|(name, _)| CRATES.contains(&name)));
    for (path, text) in ours {
        for token in rust_source::tokens(text).iter().filter(|token| !token.test) {
            let (Kind::Text(literal) | Kind::Char(literal)) = &token.kind else {
                continue;
            };
            if let Some(found) = han.find(literal) {
                report.find(
                    path,
                    token.line,
                    format!(
                        "Han text {:?} in a literal; put it into locales/ and say its key, \
                         or move a rule of the trade to kedang-core",
                        found.as_str()
                    ),
                );
            }
        }
    }
    Ok(report)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_one(path: &str, text: &str) -> Report {
        check(&Tree::of(&[(path, text)])).unwrap()
    }

    #[test]
    fn han_in_a_literal_is_found_on_its_line() {
        for literal in [
            "\"客户\"",
            "r#\"a 客户 b\"#",
            "\"\\u{5ba2}\"",
            "'客'",
            "\"𠮷\"",
            "\"〇\"",
        ] {
            let report = check_one(
                "crates/kedang-web/src/list.rs",
                &format!("\nlet a = {literal};"),
            );
            report.assert_only("crates/kedang-web/src/list.rs:2", "put it into locales/");
        }
    }

    #[test]
    fn comments_tests_and_other_crates_are_free() {
        for (path, text) in [
            (
                "crates/kedang-app/src/a.rs",
                "//! 客户\n/// 客户\nlet a = \"x\"; /* \"客户\" */",
            ),
            (
                "crates/kedang-app/src/a.rs",
                "#[cfg(test)]\nmod tests { const A: &str = \"客户\"; }",
            ),
            (
                "crates/kedang-app/src/a/tests.rs",
                "const A: &str = \"客户\";",
            ),
            ("crates/kedang-app/tests/a.rs", "const A: &str = \"客户\";"),
            ("crates/kedang-core/src/a.rs", "const A: &str = \"客户\";"),
            ("crates/kedang-web/src/a.rs", "const A: &str = \"，·“”\";"),
        ] {
            assert_eq!(check_one(path, text).lines(), [""; 0], "{path} {text}");
        }
    }
}
