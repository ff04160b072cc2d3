//! Rust source as a list of tokens with lines, decoded strings, and a mark on what is only for tests.
//!
//! Enough to tell a string from a comment and a lifetime from a character, also inside `html!`;
//! numbers and words are not told apart. It never fails: a file that rustc refuses gives tokens too.

mod scan;
mod test_items;

use std::ops::Range;

/// A token that is no comment and no white space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    /// What it is.
    pub(crate) kind: Kind<'a>,
    /// Line it starts on, counted from 1.
    pub(crate) line: usize,
    /// Whether it belongs to an item under `#[cfg(test)]`.
    pub(crate) test: bool,
}

/// The kinds of token the checks ask about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind<'a> {
    /// An identifier (without `r#`), keyword or number.
    Word(&'a str),
    /// A string literal of any sort, escapes resolved.
    Text(String),
    /// A character literal, escapes resolved.
    Char(String),
    /// A lifetime, with its quote.
    Lifetime(&'a str),
    /// Punctuation: one character, or a pair such as `::`, `==`, `=>`.
    Mark(&'a str),
}

impl Token<'_> {
    /// Whether this is that punctuation.
    pub(crate) fn is(&self, mark: &str) -> bool {
        matches!(self.kind, Kind::Mark(own) if own == mark)
    }

    /// The word, if it is one.
    pub(crate) fn word(&self) -> Option<&str> {
        match self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// The text of a string literal, if it is one.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// The tokens of a file.
pub(crate) fn tokens(source: &str) -> Vec<Token<'_>> {
    let mut tokens = scan::tokens(source);
    test_items::mark(&mut tokens);
    tokens
}

/// The position after the bracket that closes the one at `open`; the end if none does.
pub(crate) fn after_closing(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate().skip(open) {
        if let Kind::Mark(mark) = token.kind {
            match mark {
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return index + 1;
            }
        }
    }
    tokens.len()
}

/// The arguments between the brackets at `open`, as the positions between the commas of the first
/// level.
pub(crate) fn arguments(tokens: &[Token], open: usize) -> Vec<Range<usize>> {
    let after = after_closing(tokens, open);
    // A file that ends in the middle of a call has no closing bracket to leave out.
    let is_closed = [")", "]", "}"]
        .iter()
        .any(|mark| tokens[after - 1].is(mark));
    let end = if is_closed { after - 1 } else { after };
    let mut list = Vec::new();
    let (mut start, mut index) = (open + 1, open + 1);
    while index < end {
        if tokens[index].is(",") {
            list.push(start..index);
            index += 1;
            start = index;
        } else if ["(", "[", "{"].iter().any(|mark| tokens[index].is(mark)) {
            index = after_closing(tokens, index);
        } else {
            index += 1;
        }
    }
    if start < end {
        list.push(start..end);
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<(usize, String)> {
        let all = tokens(source);
        let strings = all
            .iter()
            .filter_map(|token| Some((token.line, token.text()?.to_owned())));
        strings.collect()
    }

    #[test]
    fn strings_of_every_sort_with_their_lines() {
        let source = "let a = \"one\";\nlet b = r\"t\\wo\";\nlet c = r#\"th\"ree\"#;\nlet d = b\"four\";\n\
                      let e = br##\"fi\"#ve\"##;\nlet f = c\"six\";\n";
        let expected = ["one", "t\\wo", "th\"ree", "four", "fi\"#ve", "six"];
        let found = texts(source);
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for (index, (line, text)) in found.iter().enumerate() {
            assert_eq!((*line, text.as_str()), (index + 1, expected[index]));
        }
    }

    #[test]
    fn escapes_are_resolved_and_lines_go_on() {
        let source = "(\"a\\\"b\\n\\u{5ba2}\\x41\\\\\",\n\"long \\\n     line\nnext\",\n\"after\")";
        assert_eq!(
            texts(source),
            [
                (1, "a\"b\n客A\\".to_owned()),
                (2, "long line\nnext".to_owned()),
                (5, "after".to_owned())
            ]
        );
    }

    #[test]
    fn comments_hold_no_strings() {
        let source = "// \"a\"\n/// \"b\"\n/* \"c\" /* \"d\" */ \"e\" */ \"real\" /** \"f\" */";
        assert_eq!(texts(source), [(3, "real".to_owned())]);
    }

    #[test]
    fn a_quote_is_a_character_or_a_lifetime() {
        let all =
            tokens("fn f<'a>(x: &'a str) { ['\"', '\\'', b'\"', '客', '\\u{41}'] } 'out: loop");
        let pick = |wanted: fn(&Kind) -> Option<String>| -> Vec<String> {
            all.iter().filter_map(|token| wanted(&token.kind)).collect()
        };
        let chars = pick(|kind| match kind {
            Kind::Char(text) => Some(text.clone()),
            _ => None,
        });
        let lifetimes = pick(|kind| match kind {
            Kind::Lifetime(name) => Some((*name).to_owned()),
            _ => None,
        });
        assert_eq!(chars, ["\"", "'", "\"", "客", "A"]);
        assert_eq!(lifetimes, ["'a", "'a", "'out"]);
    }

    #[test]
    fn raw_identifiers_are_words() {
        let all = tokens("r#type = r#\"x\"#");
        assert_eq!(all[0].word(), Some("type"));
        assert_eq!(all[2].text(), Some("x"));
    }

    #[test]
    fn pairs_stay_together() {
        let all = tokens("a == b => c::d = e");
        let marks: Vec<_> = all.iter().filter(|token| token.word().is_none()).collect();
        for (token, mark) in marks.iter().zip(["==", "=>", "::", "="]) {
            assert!(token.is(mark), "{token:?} is not {mark}");
        }
    }

    #[test]
    fn an_unfinished_file_ends() {
        for source in [
            "\"open", "r#\"open", "/* open", "'", "b'", "f(a, (b", "\"\\", "r#",
        ] {
            let all = tokens(source);
            assert!(all.len() <= 6, "{source}: {all:?}");
            if let Some(open) = all.iter().position(|token| token.is("(")) {
                assert_eq!(arguments(&all, open).len(), 2);
            }
        }
    }

    #[test]
    fn test_items_are_marked_and_nothing_after_them() {
        let source = "const A: &str = \"product\";\n\
            #[cfg(test)]\n#[path = \"t.rs\"]\nmod tests { fn f() { x(\"t1\"); } }\n\
            const B: &str = \"product\";\n\
            #[cfg(test)] use a::b;\n\
            #[cfg(all(test, unix))] fn g<T, U>() { \"t2\" }\n\
            #[cfg(not(test))] fn h() { \"product\" }\n\
            #[cfg(feature = \"product\")] fn i() { \"product\" }";
        for token in tokens(source) {
            if let Some(text) = token.text() {
                assert_eq!(token.test, text != "product", "{token:?}");
            }
        }
    }

    #[test]
    fn an_inner_attribute_marks_the_file() {
        assert!(
            tokens("#![cfg(test)]\nfn f() {}")
                .iter()
                .all(|token| token.test)
        );
    }

    #[test]
    fn arguments_split_at_the_first_level() {
        let all = tokens("say(lang, f(a, b), &[(\"x\", 1), (\"y\", 2)],)");
        let list = arguments(&all, 1);
        assert_eq!(list, [2..3, 4..10, 11..25]);
        assert!(arguments(&tokens("f()"), 1).is_empty());
    }
}
