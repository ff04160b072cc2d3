//! Takes the sensitive answers (P2) out of a card for the one module that stores them, and back.

use std::collections::BTreeMap;

use thiserror::Error;

use crate::answers::{Answer, Answers};
use crate::field::{Field, PiClass};
use crate::form::Form;
use crate::value::Value;

/// Sealed answers that do not fit the card they are put back into.
#[derive(Debug, Error)]
pub enum JoinError {
    /// The text is not a canonical answer.
    #[error("sealed answer {0} is unreadable")]
    Unreadable(String),
    /// The path names a row the card does not have.
    #[error("sealed answer {0} belongs to no row of the card")]
    NoRow(String),
}

impl Form {
    /// Splits answers into the plain ones and the sealed ones, path → canonical JSON. A path is a
    /// field key or `repeat.row.column`; rows stay in the plain part, without their P2 cells.
    /// A field the form does not know counts as P2: what cannot be classed is not shown.
    #[must_use]
    pub fn split_sealed(&self, answers: &Answers) -> (Answers, BTreeMap<String, String>) {
        let (mut plain, mut sealed) = (Answers::default(), BTreeMap::new());
        for (key, answer) in answers.iter() {
            match (self.field(key), answer) {
                (Some(field), Answer::Given(Value::Rows(rows))) => {
                    let mut rows = rows.clone();
                    for row in &mut rows {
                        row.cells = split_cells(field, key, &row.id, &row.cells, &mut sealed);
                    }
                    plain.set(key, Answer::Given(Value::Rows(rows)));
                }
                (Some(field), answer) if field.pi_class != PiClass::P2 => {
                    plain.set(key, answer.clone());
                }
                _ => {
                    sealed.insert(key.to_owned(), answer.canonical());
                }
            }
        }
        (plain, sealed)
    }

    /// Puts sealed answers back.
    ///
    /// # Errors
    /// A path or text that [`Form::split_sealed`] did not make.
    pub fn join_sealed(
        &self,
        mut plain: Answers,
        sealed: &BTreeMap<String, String>,
    ) -> Result<Answers, JoinError> {
        for (path, text) in sealed {
            let unreadable = || JoinError::Unreadable(path.clone());
            let json = serde_json::from_str(text).ok();
            let answer = json.and_then(|json| Answer::from_json(&json).flatten());
            let answer = answer.ok_or_else(unreadable)?;
            let mut parts = path.splitn(3, '.');
            match (parts.next(), parts.next(), parts.next()) {
                (Some(key), None, None) => plain.set(key, answer),
                (Some(key), Some(row), Some(column)) => {
                    let cells = plain.cells_mut(key, row);
                    cells
                        .ok_or_else(|| JoinError::NoRow(path.clone()))?
                        .set(column, answer);
                }
                _ => return Err(unreadable()),
            }
        }
        Ok(plain)
    }
}

fn split_cells(
    field: &Field,
    key: &str,
    row: &str,
    cells: &Answers,
    sealed: &mut BTreeMap<String, String>,
) -> Answers {
    let mut plain = Answers::default();
    for (column, answer) in cells.iter() {
        let class = field
            .columns()
            .iter()
            .find(|c| c.key == column)
            .map(|c| c.pi_class);
        if class.is_some_and(|class| class != PiClass::P2) {
            plain.set(column, answer.clone());
        } else {
            sealed.insert(format!("{key}.{row}.{column}"), answer.canonical());
        }
    }
    plain
}
