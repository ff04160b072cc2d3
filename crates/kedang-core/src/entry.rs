//! Reading what a person typed: trimmed, bounded, free of control characters (contract d).

use crate::problem::{Arg, FieldProblem, Problem};

/// Collects what is wrong with the fields of one entry, so that all of it is said at once.
#[derive(Debug, Default)]
pub struct Entry {
    problems: Vec<FieldProblem>,
}

impl Entry {
    /// Nothing wrong yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// One line of text: trimmed; empty counts as not given. At most `max` characters, no control
    /// characters. What does not hold is noted against `field`.
    pub fn line(&mut self, field: &str, text: &str, max: usize) -> Option<String> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        if text.chars().any(char::is_control) {
            self.refuse(field, "entry.control_character");
            return None;
        }
        if text.chars().count() > max {
            self.note(field, "entry.too_long", vec![("max", max.into())]);
            return None;
        }
        Some(text.to_owned())
    }

    /// Several lines of text: like [`Entry::line`], but line ends and tabs may stand in it.
    pub fn text(&mut self, field: &str, text: &str, max: usize) -> Option<String> {
        let text = text.replace("\r\n", "\n");
        let breaks = |c: char| c == '\n' || c == '\t';
        self.line(field, &text.replace(breaks, " "), max)?;
        Some(text.trim().to_owned())
    }

    /// Like [`Entry::line`], and it must be there; `missing` is the code when it is not.
    pub fn required(
        &mut self,
        field: &str,
        text: &str,
        max: usize,
        missing: &'static str,
    ) -> Option<String> {
        let before = self.problems.len();
        let line = self.line(field, text, max);
        if line.is_none() && self.problems.len() == before {
            self.refuse(field, missing);
        }
        line
    }

    /// Notes that `field` does not hold.
    pub fn refuse(&mut self, field: &str, code: &'static str) {
        self.note(field, code, Vec::new());
    }

    /// Notes that `field` does not hold, with arguments for the sentence.
    pub fn note(&mut self, field: &str, code: &'static str, args: Vec<(&'static str, Arg)>) {
        self.problems.push(FieldProblem {
            field: field.to_owned(),
            code,
            args,
        });
    }

    /// How much was noted.
    #[must_use]
    pub fn count(&self) -> usize {
        self.problems.len()
    }

    /// True while nothing was noted.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.problems.is_empty()
    }

    /// The refusal, headed by `code`.
    #[must_use]
    pub fn refusal(self, code: &'static str) -> Problem {
        let mut problem = Problem::invalid(code);
        problem.fields = self.problems;
        problem
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_trimmed_bounded_and_free_of_control_characters() {
        let mut e = Entry::new();
        assert_eq!(e.line("a", "  名 称 ", 10), Some("名 称".into()));
        assert_eq!(e.line("a", " \u{3000} ", 10), None);
        assert!(e.holds());
        assert_eq!(e.line("a", "x\u{0}y", 10), None);
        assert_eq!(e.line("b", "一二三", 2), None);
        assert_eq!(e.required("c", "", 2, "customer.name_missing"), None);
        assert_eq!(e.text("d", " 一\r\n二\t三 ", 9), Some("一\n二\t三".into()));
        let p = e.refusal("customer.invalid");
        let codes: Vec<_> = p
            .fields
            .iter()
            .map(|f| (f.field.as_str(), f.code))
            .collect();
        assert_eq!(
            codes,
            [
                ("a", "entry.control_character"),
                ("b", "entry.too_long"),
                ("c", "customer.name_missing")
            ]
        );
    }
}
