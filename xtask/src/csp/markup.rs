//! HTML inside text: files, template strings of TypeScript, string literals of Rust.

use anyhow::Result;
use regex::Regex;

use super::{NO_CODE, NO_HANDLER, NO_SCRIPT, NO_STYLE};
use crate::tree::line_of;

/// The compiled patterns, each with what it found and the way on.
pub(super) struct Markup(Vec<(Regex, &'static str, &'static str)>);

impl Markup {
    /// Compiles the patterns.
    pub(super) fn new() -> Result<Self> {
        let tag = |attribute: &str| format!(r"(?i)<[a-z][^<>]*[\s\x22']({attribute})\s*=");
        let patterns = [
            (tag("style"), "style attribute", NO_STYLE),
            (tag("on[a-z]+"), "event attribute", NO_HANDLER),
            (r"(?i)<style\b".to_owned(), "style element", NO_STYLE),
            (
                r"(?i)<script\b[^<>]*>\s*[^<\s]".to_owned(),
                "inline script",
                NO_SCRIPT,
            ),
            (r"\bhx-on\b".to_owned(), "hx-on", NO_HANDLER),
            (
                r"(?:^|[\x22'`=])\s*(?:javascript|js):".to_owned(),
                "js:",
                NO_CODE,
            ),
            (
                r#"\bhx-trigger\s*=\s*(?:"[^"]*\[|'[^']*\[)"#.to_owned(),
                "filter in hx-trigger",
                NO_CODE,
            ),
            (
                r"setAttribute\(\s*[\x22'`](?i:style|on[a-z]+)[\x22'`]".to_owned(),
                "style or event attribute set from code",
                "the CSP blocks it; set a class or element.style.x, use addEventListener",
            ),
            (
                r"createElement\(\s*[\x22'`]style[\x22'`]".to_owned(),
                "style element made in code",
                NO_STYLE,
            ),
        ];
        let compiled = patterns
            .into_iter()
            .map(|(pattern, what, way)| Ok((Regex::new(&pattern)?, what, way)));
        Ok(Self(compiled.collect::<Result<_>>()?))
    }

    /// What is blocked in a text, as `(line, sentence)` by line.
    pub(super) fn find(&self, text: &str) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        for (pattern, what, way) in &self.0 {
            for hit in pattern.captures_iter(text) {
                // The attribute's own place, where the pattern names one: a tag may span lines.
                if let Some(place) = hit.get(1).or_else(|| hit.get(0)) {
                    let start =
                        place.start() + place.as_str().len() - place.as_str().trim_start().len();
                    found.push((line_of(text, start), format!("{what}: {way}")));
                }
            }
        }
        found.sort();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str) -> Vec<(usize, String)> {
        Markup::new().unwrap().find(text)
    }

    #[test]
    fn what_the_policy_blocks_is_found() {
        for (text, what) in [
            ("<p class=\"a\" style=\"x\">", "style attribute"),
            ("<p\n style='x'>", "style attribute"),
            ("<button onclick=\"go()\">", "event attribute"),
            ("<body onLoad = 'x'>", "event attribute"),
            ("<style>a{}</style>", "style element"),
            ("<script>go()</script>", "inline script"),
            ("<script type=\"module\">\n  go()", "inline script"),
            ("<b hx-on:click=\"go()\">", "hx-on"),
            ("<b hx-vals='js:{a:1}'>", "js:"),
            ("<a href=\"javascript:go()\">", "js:"),
            ("<b hx-trigger=\"keyup[ctrlKey]\">", "filter in hx-trigger"),
            ("a.setAttribute('style', x)", "set from code"),
            ("a.setAttribute(\"onclick\", x)", "set from code"),
            (
                "document.createElement('style')",
                "style element made in code",
            ),
        ] {
            let found = find(text);
            assert!(
                found.len() == 1 && found[0].1.contains(what),
                "{text}: {found:?}"
            );
        }
        assert_eq!(find("<p\n class=\"a\"\n style='x'>")[0].0, 3);
    }

    #[test]
    fn what_it_allows_is_not() {
        for text in [
            "const style = \"x\"; const on = 1; if (a < b) { once = 2 }",
            "bar.style.width = '3px'; button.onclick = go;",
            "<script src=\"/a.js\" type=\"module\"></script>",
            "<link rel=\"stylesheet\" href=\"/style.css\">",
            "<p data-style=\"x\" data-on-open=\"y\">",
            "<i hx-trigger=\"revealed, keyup changed delay:300ms\">",
            "import x from './a.js'; // no js here\nurl = 'http://a.js:80/'",
            "a.setAttribute('data-style', x)",
            "const loader = { js: 1 };",
            "<button>style = x</button>",
        ] {
            assert_eq!(find(text), [], "{text}");
        }
    }
}
