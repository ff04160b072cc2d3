//! Nothing the strict content security policy would block: no style or event attribute, no inline
//! script or style, none of htmx's ways to run code from an attribute.
//!
//! A browser test sees a violation on the pages it opens; this sees the page nobody opened.

mod markup;
mod maud;
mod script;

use anyhow::Result;

use crate::tree::{Report, Tree, in_crate};
use markup::Markup;

/// Reads the Rust of kedang-web and all of `web/src`.
pub(crate) fn check(tree: &Tree) -> Result<Report> {
    let mut report = Report::default();
    let markup = Markup::new()?;
    let ours = |path: &str| in_crate(path).is_some_and(|(name, _)| name == "kedang-web");
    for (path, text) in tree.production_rust().filter(|(path, _)| ours(path)) {
        for (line, sentence) in maud::find(text, &markup) {
            report.find(path, line, sentence);
        }
    }
    for (path, text) in tree.under("web/src", &[".html", ".ts", ".mjs"]) {
        let code = if path.ends_with(".html") {
            script::without_html_comments(text)
        } else {
            script::without_comments(text)
        };
        for (line, sentence) in markup.find(&code) {
            report.find(path, line, sentence);
        }
    }
    Ok(report)
}

/// The way on for each kind of thing found; the place adds what it saw.
const NO_STYLE: &str = "the CSP blocks inline styles; use a class, or a width class w-0 … w-100";
const NO_HANDLER: &str = "the CSP blocks event attributes; listen in an island (data-island)";
const NO_CODE: &str = "the CSP blocks code in attributes; do it in an island (data-island)";
const NO_SCRIPT: &str = "the CSP blocks inline scripts; put it into web/src and load it by src";

#[cfg(test)]
mod tests {
    use super::*;

    fn check_one(path: &str, text: &str) -> Report {
        check(&Tree::of(&[(path, text)])).unwrap()
    }

    #[test]
    fn each_face_of_the_web_is_read() {
        for (path, text) in [
            (
                "crates/kedang-web/src/list.rs",
                "html! {\n div style=\"width:1px\" {} }",
            ),
            ("web/src/list.ts", "\nbox.innerHTML = `<i style=\"x\">`;"),
            ("web/src/offline.html", "<body>\n<p style=\"x\">"),
        ] {
            check_one(path, text).assert_only(&format!("{path}:2"), "use a class");
        }
    }

    #[test]
    fn comments_tests_and_other_crates_are_free() {
        for (path, text) in [
            (
                "crates/kedang-web/src/a.rs",
                "// div style=\"x\"\n/// onclick=\"y\"",
            ),
            (
                "crates/kedang-web/src/a.rs",
                "#[cfg(test)]\nmod tests { html! { p style=\"x\" {} } }",
            ),
            (
                "crates/kedang-web/tests/a.rs",
                "assert!(!page.contains(\"<p style=\"));",
            ),
            ("crates/kedang-paper/src/a.rs", "text style=\"bold\" {}"),
            (
                "web/src/a.ts",
                "// <p style=\"x\">\n/* <script>x</script> */ const a = 1;",
            ),
            ("web/src/a.html", "<!-- <p style=\"x\"> -->"),
        ] {
            assert_eq!(check_one(path, text).lines(), [""; 0], "{path} {text}");
        }
    }
}
