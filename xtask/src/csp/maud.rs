//! The same rules in Rust: attributes and elements of `html!`, and HTML inside string literals.
//!
//! maud's syntax is Rust tokens, so an attribute is `name=` after an element, a class or another
//! attribute; that is what tells `p style="…"` from `let style = "…"`.

use super::markup::Markup;
use super::{NO_HANDLER, NO_SCRIPT, NO_STYLE};
use crate::rust_source::{Token, after_closing, tokens};

/// What is blocked in a file, as `(line, sentence)`, tests left out.
pub(super) fn find(source: &str, markup: &Markup) -> Vec<(usize, String)> {
    let tokens = tokens(source);
    let mut found = Vec::new();
    for (index, token) in tokens.iter().enumerate().filter(|(_, token)| !token.test) {
        if let Some(sentence) = attribute(&tokens, index).or_else(|| element(&tokens, index)) {
            found.push((token.line, sentence));
        }
        if let Some(text) = token.text() {
            let inside = markup.find(&as_attribute(&tokens, index, text));
            found.extend(
                inside
                    .into_iter()
                    .map(|(_, sentence)| (token.line, sentence)),
            );
        }
    }
    found
}

/// A value of `hx-trigger` with its name in front, as the patterns of HTML want it; other text as is.
fn as_attribute(tokens: &[Token], index: usize, text: &str) -> String {
    let before: Vec<_> = tokens[index.saturating_sub(4)..index].iter().collect();
    let names_trigger = matches!(before[..], [hx, dash, trigger, equals]
        if hx.word() == Some("hx") && dash.is("-")
            && trigger.word() == Some("trigger") && equals.is("="));
    if names_trigger {
        format!("hx-trigger=\"{text}\"")
    } else {
        text.to_owned()
    }
}

/// A blocked attribute whose name begins here.
fn attribute(tokens: &[Token], index: usize) -> Option<String> {
    let name = tokens[index].word().or_else(|| tokens[index].text())?;
    let next = tokens.get(index + 1)?;
    if name == "hx" && next.is("-") && tokens.get(index + 2)?.word() == Some("on") {
        return Some(format!("hx-on: {NO_HANDLER}"));
    }
    let value = tokens.get(index + 2)?;
    let has_value = next.is("=")
        && (value.text().is_some() || ["(", "[", "{"].iter().any(|mark| value.is(mark)));
    if !has_value || !follows_attribute_or_name(tokens, index) {
        return None;
    }
    if name == "style" {
        return Some(format!("style attribute: {NO_STYLE}"));
    }
    let event = name.strip_prefix("on").unwrap_or_default();
    let is_event = !event.is_empty() && event.chars().all(|c| c.is_ascii_lowercase());
    is_event.then(|| format!("event attribute {name}: {NO_HANDLER}"))
}

/// Whether what stands before can be the name of an element, a class or another attribute's end.
fn follows_attribute_or_name(tokens: &[Token], index: usize) -> bool {
    let Some(before) = index.checked_sub(1).map(|before| &tokens[before]) else {
        return false;
    };
    match before.word() {
        Some(word) => !matches!(word, "let" | "mut" | "ref" | "const" | "static"),
        None => before.text().is_some() || [")", "]", "}"].iter().any(|mark| before.is(mark)),
    }
}

/// A `style` element, or a `script` with something in it, that begins here.
fn element(tokens: &[Token], index: usize) -> Option<String> {
    let name = tokens[index]
        .word()
        .filter(|name| matches!(*name, "style" | "script"))?;
    let before = index.checked_sub(1).map(|before| &tokens[before])?;
    let at_start =
        before.text().is_some() || ["{", "}", ";", ")"].iter().any(|mark| before.is(mark));
    let body = at_start.then(|| body(tokens, index + 1))??;
    if name == "style" {
        return Some(format!("style element: {NO_STYLE}"));
    }
    let is_empty = tokens.get(body + 1).is_some_and(|token| token.is("}"));
    (!is_empty).then(|| format!("inline script: {NO_SCRIPT}"))
}

/// The position of the `{` that opens an element's content, past its attributes.
fn body(tokens: &[Token], mut index: usize) -> Option<usize> {
    loop {
        let token = tokens.get(index)?;
        let is_any = |marks: &[&str]| marks.iter().any(|mark| token.is(mark));
        if token.is("{") {
            return Some(index);
        } else if token.is("=") {
            let value = tokens.get(index + 1)?;
            let is_bracket = ["(", "[", "{"].iter().any(|mark| value.is(mark));
            if !is_bracket && value.text().is_none() {
                return None; // an assignment of Rust
            }
            index = if is_bracket {
                after_closing(tokens, index + 1)
            } else {
                index + 2
            };
        } else if token.is("[") {
            index = after_closing(tokens, index);
        } else if token.word().is_some() || is_any(&["-", ":", "::", ".", "#", "@"]) {
            index += 1;
        } else {
            token.text()?; // a name in quotes, or no attribute at all
            index += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find_in(source: &str) -> Vec<(usize, String)> {
        find(source, &Markup::new().unwrap())
    }

    #[test]
    fn what_the_policy_blocks_is_found() {
        for (inside, what) in [
            ("p style=\"x\" {}", "style attribute"),
            ("p.big style={ \"x\" (y) } {}", "style attribute"),
            ("p class=\"a\" style=(x) {}", "style attribute"),
            ("p title=(a) style=[b] {}", "style attribute"),
            ("p hidden[a] style=\"x\" {}", "style attribute"),
            ("p \"style\"=\"x\" {}", "style attribute"),
            ("button onclick=\"go()\" {}", "event attribute onclick"),
            (
                "input value={ (a) } oninput=\"go()\";",
                "event attribute oninput",
            ),
            ("p hx-on:click=\"go()\" {}", "hx-on"),
            ("p hx-on::after-swap=\"go()\" {}", "hx-on"),
            ("p \"hx-on:click\"=\"go()\" {}", "hx-on"),
            ("p hx-vals=\"js:{a: 1}\" {}", "js:"),
            ("a href=\"javascript:go()\" {}", "js:"),
            (
                "input hx-trigger=\"keyup[ctrlKey]\";",
                "filter in hx-trigger",
            ),
            ("style { \"a{}\" }", "style element"),
            ("p {} style media=\"print\" { (css) }", "style element"),
            ("script { (PreEscaped(code)) }", "inline script"),
            (
                "script type=\"module\" nonce=(nonce) { \"go()\" }",
                "inline script",
            ),
            ("(PreEscaped(\"<script>go()</script>\"))", "inline script"),
            ("(PreEscaped(\"<p style=\\\"x\\\">\"))", "style attribute"),
            ("(PreEscaped(r#\"<p onclick=\"x\">\"#))", "event attribute"),
        ] {
            let found = find_in(&format!("fn f() {{ html! {{ main {{\n{inside} }} }} }}"));
            assert!(
                found.len() == 1 && found[0].1.starts_with(what),
                "{inside}: {found:?}"
            );
            assert_eq!(found[0].0, 2, "{inside}");
        }
    }

    #[test]
    fn what_it_allows_is_not() {
        for source in [
            "fn f() { let style = \"x\"; let mut once = (1); let only = [2]; style = \"y\"; }",
            "struct A { style: String } A { style: \"x\".into() }",
            "if style == \"x\" { on = { 1 } }",
            "self.style = \"x\"; format!(\"{one}\", one = (1), online = \"a\");",
            "{ a(); script = if x { 1 } else { 2 }; style = { b }; }",
            "match script { _ => {} } if style { go() } for x in style { go() }",
            "mod style { fn script() {} } pub mod script { use x; }",
            "html! { script src=\"/a.js\" type=\"module\" defer {} }",
            "html! { script src={ \"/\" (name) } integrity=[sum] {} }",
            "html! { link rel=\"stylesheet\" href=\"/style.css\"; p data-style=\"x\" data-on=\"y\" {} }",
            "html! { input hx-trigger=\"keyup changed delay:200ms\"; p { \"a[b]\" } }",
            "html! { p { \"the js: prefix\".len() } }"
                .replace("the js: prefix", "main.js:3")
                .as_str(),
            "const STYLE: &str = \"x\"; static ONE: [u8; 1] = [1];",
        ] {
            assert_eq!(find_in(source), [], "{source}");
        }
    }
}
