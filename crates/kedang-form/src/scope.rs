//! Where a rule looks answers up: the row it stands in first, then the card.

use crate::answers::{Answer, Answers};
use crate::context::Context;
use crate::value::{Row, Value};

/// The answers a condition, a check or a computation can see.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// Facts from outside.
    pub context: &'a Context,
    pub(crate) card: &'a Answers,
    pub(crate) row: Option<(&'a str, &'a Row)>,
}

impl<'a> Scope<'a> {
    /// The scope of the card itself.
    #[must_use]
    pub fn card(card: &'a Answers, context: &'a Context) -> Self {
        Self {
            context,
            card,
            row: None,
        }
    }

    /// The scope of a row of the repeat `key`.
    pub(crate) fn in_row(self, key: &'a str, row: &'a Row) -> Self {
        Self {
            row: Some((key, row)),
            ..self
        }
    }

    /// The answer under a key: of the row, else of the card.
    #[must_use]
    pub fn answer(&self, key: &str) -> Option<&'a Answer> {
        self.row
            .and_then(|(_, row)| row.cells.get(key))
            .or_else(|| self.card.get(key))
    }

    /// The given value under a key.
    #[must_use]
    pub fn value(&self, key: &str) -> Option<&'a Value> {
        match self.answer(key) {
            Some(Answer::Given(value)) => Some(value),
            _ => None,
        }
    }

    /// The rows of a repeat.
    pub(crate) fn rows(&self, key: &str) -> &'a [Row] {
        self.card.value(key).map_or(&[], Value::rows)
    }

    /// The path of a field as findings and signatures name it.
    pub(crate) fn path(&self, key: &str) -> String {
        match self.row {
            Some((repeat, row)) => format!("{repeat}.{}.{key}", row.id),
            None => key.to_owned(),
        }
    }
}
