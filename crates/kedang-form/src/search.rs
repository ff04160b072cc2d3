//! The text of a card that the search may know: nothing sensitive, nothing judged.

use crate::answers::{Answer, Answers};
use crate::field::{Field, PiClass};
use crate::form::Form;
use crate::kinds::{Kind, Money};
use crate::value::Value;
use crate::words::Lexicon;

impl Form {
    /// Field path and text of every given answer of class P0 or P1, in the order of the fields, in
    /// the Chinese words. A cell is named `repeat.column`.
    #[must_use]
    pub fn search_text(&self, answers: &Answers) -> Vec<(String, String)> {
        let mut texts = Vec::new();
        for (field, value) in given(&self.fields, answers) {
            let mut add = |field: &Field, value: &Value| {
                if field.pi_class < PiClass::P2 {
                    let words = Lexicon::new(self.words(), &field.path);
                    let text = match &field.kind {
                        // An amount is sought as it is typed, without groups.
                        Kind::Money(_) => Money::typed(value),
                        kind => kind.as_type().text(value, words),
                    };
                    if !text.is_empty() {
                        texts.push((field.path.clone(), text));
                    }
                }
            };
            match value {
                Value::Rows(rows) => rows
                    .iter()
                    .flat_map(|row| given(field.columns(), &row.cells))
                    .for_each(|(column, value)| add(column, value)),
                value => add(field, value),
            }
        }
        texts
    }
}

/// Fields with a given value.
pub(crate) fn given<'a>(
    fields: &'a [Field],
    answers: &'a Answers,
) -> impl Iterator<Item = (&'a Field, &'a Value)> {
    fields
        .iter()
        .filter(|f| f.is_stored())
        .filter_map(|field| match answers.get(&field.key) {
            Some(Answer::Given(value)) => Some((field, value)),
            _ => None,
        })
}
