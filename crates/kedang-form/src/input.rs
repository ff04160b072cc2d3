//! The pairs of an HTML form as one field sees them: `birth`, `birth.year`, `allergy!none`.

use std::collections::BTreeMap;
use std::ops::Bound;

use crate::finding::Finding;

/// Form pairs as they arrive: a name may come several times.
pub type Pairs = BTreeMap<String, Vec<String>>;

/// A window on the pairs of one field.
#[derive(Debug, Clone)]
pub struct Input<'a> {
    pairs: &'a Pairs,
    name: String,
}

impl<'a> Input<'a> {
    /// The pairs of the field with this name.
    #[must_use]
    pub fn new(pairs: &'a Pairs, name: &str) -> Self {
        Self {
            pairs,
            name: name.to_owned(),
        }
    }

    /// The window of a part or of a row.
    #[must_use]
    pub fn at(&self, part: &str) -> Self {
        Self {
            pairs: self.pairs,
            name: format!("{}.{part}", self.name),
        }
    }

    /// All non-blank texts under the name itself, cleaned.
    pub fn many(&self) -> Result<Vec<String>, Finding> {
        let raw = self.pairs.get(&self.name).map_or(&[][..], Vec::as_slice);
        let cleaned = raw
            .iter()
            .map(|text| clean(text))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(cleaned
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect())
    }

    /// The one text under the name; two different ones are refused (D01-3, D01-6).
    pub fn one(&self) -> Result<Option<String>, Finding> {
        let mut texts = self.many()?;
        texts.dedup();
        match texts.len() {
            0 | 1 => Ok(texts.pop()),
            n => Err(Finding::error("form.one_only").arg("count", n)),
        }
    }

    /// The one text of a part.
    pub fn part(&self, part: &str) -> Result<Option<String>, Finding> {
        self.at(part).one()
    }

    /// Whether the state box `name!state` is ticked.
    #[must_use]
    pub fn state(&self, state: &str) -> bool {
        let texts = self.pairs.get(&format!("{}!{state}", self.name));
        texts.is_some_and(|texts| texts.iter().any(|t| !t.trim().is_empty()))
    }

    /// The rows of a repeat in the order of their numbers: `prefs.0.brand` gives `0`.
    #[must_use]
    pub fn row_tokens(&self) -> Vec<String> {
        let prefix = format!("{}.", self.name);
        let mut numbers: Vec<u32> = self
            .below()
            .filter_map(|(name, _)| name.strip_prefix(&prefix)?.split(['.', '!']).next())
            .filter(|token| !token.is_empty() && token.bytes().all(|b| b.is_ascii_digit()))
            .filter_map(|token| token.parse().ok())
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.iter().map(u32::to_string).collect()
    }

    fn below(&self) -> impl Iterator<Item = (&'a String, &'a Vec<String>)> + use<'a> {
        let name = self.name.clone();
        let from = (Bound::Included(name.clone()), Bound::Unbounded);
        self.pairs
            .range(from)
            .take_while(move |(other, _)| other.starts_with(&name))
    }
}

/// Trims (full-width space and byte order mark too), makes line ends `\n`, refuses NUL and other
/// control characters: no engine and no paper can carry them.
fn clean(text: &str) -> Result<String, Finding> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let bad = |c: char| c.is_control() && c != '\t' && c != '\n';
    if let Some(c) = text.chars().find(|c| bad(*c)) {
        let code = format!("U+{:04X}", c as u32);
        return Err(Finding::error("form.control_character").arg("character", code));
    }
    let edge = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}');
    Ok(text.trim_matches(edge).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(list: &[(&str, &str)]) -> Pairs {
        let mut pairs = Pairs::new();
        for (name, text) in list {
            pairs
                .entry((*name).to_owned())
                .or_default()
                .push((*text).to_owned());
        }
        pairs
    }

    #[test]
    fn one_field_sees_only_its_own_pairs() {
        let pairs = pairs(&[
            ("a", " x\u{3000}"),
            ("a.b", "y"),
            ("a!none", "1"),
            ("ab", "z"),
        ]);
        let input = Input::new(&pairs, "a");
        assert_eq!(input.one().unwrap().as_deref(), Some("x"));
        assert_eq!(input.part("b").unwrap().as_deref(), Some("y"));
        assert!(input.state("none") && !input.state("some"));
    }

    #[test]
    fn rows_follow_their_numbers_not_their_spelling() {
        let pairs = pairs(&[
            ("r.10.x", "a"),
            ("r.9.x", "b"),
            ("r.9!none", "1"),
            ("r.y", "c"),
        ]);
        assert_eq!(Input::new(&pairs, "r").row_tokens(), ["9", "10"]);
    }

    #[test]
    fn control_characters_and_second_answers_are_refused() {
        let pairs = pairs(&[("a", "x\0"), ("b", "1"), ("b", "2"), ("c", "l\r\nm\tn")]);
        assert_eq!(
            Input::new(&pairs, "a").one().unwrap_err().code,
            "form.control_character"
        );
        assert_eq!(
            Input::new(&pairs, "b").one().unwrap_err().code,
            "form.one_only"
        );
        assert_eq!(
            Input::new(&pairs, "c").one().unwrap().as_deref(),
            Some("l\nm\tn")
        );
    }
}
