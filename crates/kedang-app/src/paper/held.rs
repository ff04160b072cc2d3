//! What is known of an answer by whoever prints it.

use crate::cards::CardView;
use crate::forms::{Answer, Answers, Field, Kind, Value};

/// What is known of an answer.
#[derive(Debug, Clone, Copy)]
pub enum Held<'a> {
    /// Nothing: the line stays blank.
    Blank,
    /// There is an answer, and it is not for this reader.
    Masked,
    /// 无.
    None,
    /// The answer.
    Given(&'a Value),
}

impl<'a> Held<'a> {
    /// What a card holds of a field; of a blank page nothing.
    #[must_use]
    pub fn of(card: Option<&'a CardView>, field: &Field) -> Self {
        match (card, &field.kind) {
            (None, _) => Self::Blank,
            (Some(view), Kind::Computed(_)) => computed(&view.computed, &field.key),
            (Some(view), _) => held(&view.answers, &view.masked, field, &field.key),
        }
    }

    /// Whether an option is ticked.
    #[must_use]
    pub fn ticks(self, code: &str) -> bool {
        match self {
            Self::Given(value) => value.as_text() == Some(code) || value.picked().contains(&code),
            _ => false,
        }
    }
}

/// What a reader is told of an answer.
#[must_use]
pub(super) fn held<'a>(
    answers: &'a Answers,
    masked: &[String],
    field: &Field,
    path: &str,
) -> Held<'a> {
    if masked.iter().any(|one| one == path) {
        return Held::Masked;
    }
    match answers.get(&field.key) {
        None => Held::Blank,
        Some(Answer::None) => Held::None,
        Some(Answer::Given(value)) => Held::Given(value),
    }
}

/// A number that the form computes.
#[must_use]
pub(super) fn computed<'a>(known: &'a [(String, Value)], path: &str) -> Held<'a> {
    let found = known.iter().find(|(known, _)| known == path);
    found.map_or(Held::Blank, |(_, value)| Held::Given(value))
}
