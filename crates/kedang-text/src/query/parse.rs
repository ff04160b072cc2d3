//! From typed text to terms.

use super::{Query, Term};
use crate::fold::{Class, Glyph, fold};

/// Longer input is no search: bytes before folding, characters after, terms.
const LONGEST_BYTES: usize = 1_000;
const LONGEST_CHARS: usize = 100;
const MOST_TERMS: usize = 8;

impl Query {
    /// Parses what a person typed. `None` if there is nothing to search for: no letter, digit or
    /// hanzi, a lone digit, or far too much text. Never fails.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > LONGEST_BYTES {
            return None;
        }
        let parts: Vec<Vec<Glyph>> = text
            .split(|ch: char| ch.is_whitespace() || matches!(ch, ',' | '，' | '、' | ';' | '；'))
            .map(fold)
            .filter(|glyphs| !glyphs.is_empty())
            .collect();
        let whole = parts.concat();
        if whole.len() > LONGEST_CHARS || parts.len() > MOST_TERMS {
            return None;
        }
        if let [only] = whole.as_slice()
            && only.class == Class::Digit
        {
            return None;
        }
        let terms: Vec<Term> = parts
            .iter()
            .filter_map(|glyphs| Term::new(glyphs))
            .collect();
        let joined = if terms.len() > 1 {
            Term::new(&whole)
        } else {
            None
        };
        (!terms.is_empty()).then_some(Self { terms, joined })
    }

    /// The whole query as one term.
    pub(crate) fn whole(&self) -> Option<&Term> {
        self.joined.as_ref().or(self.terms.first())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Query;

    #[test]
    fn what_cannot_be_searched_is_none() {
        let long = "啊".repeat(3_500);
        for text in [
            "",
            " 　",
            "%%%",
            "__",
            "😀",
            "\"",
            "*",
            "()",
            "——",
            "7",
            "1\u{FE0F}\u{20E3}",
            &long,
        ] {
            assert!(Query::parse(text).is_none(), "{text}");
        }
        assert!(Query::parse("a b c d e f g h i").is_none());
    }

    #[test]
    fn blanks_and_commas_separate_terms() {
        for (text, want) in [
            ("孙　崖州", &["孙", "崖州"][..]),
            ("煤业，澄海", &["煤业", "澄海"]),
            ("D'Arcy Wang", &["darcy", "wang"]),
            ("+86 187-9419-6064", &["86", "18794196064"]),
            ("NEAR(", &["near"]),
        ] {
            let query = Query::parse(text).unwrap();
            let terms: Vec<String> = query
                .terms
                .iter()
                .map(|term| term.text.iter().collect())
                .collect();
            assert_eq!(terms, want);
            assert_eq!(query.joined.is_some(), want.len() > 1);
        }
    }

    proptest! {
        #[test]
        fn parsing_never_fails(text in ".{0,60}|[a-z0-9 张伟重庆\u{20BB7}（）*\":^-]{0,40}") {
            if let Some(query) = Query::parse(&text) {
                prop_assert!(!query.strict_rounds().is_empty());
                prop_assert_eq!(
                    query.rounds().len(),
                    query.strict_rounds().len() + query.lenient_rounds().len()
                );
                prop_assert!(query.score(&[]).is_none());
                let marked = crate::highlight(&text, &query);
                prop_assert!(marked.iter().all(|span| text.get(span.clone()).is_some()));
            }
        }
    }
}
