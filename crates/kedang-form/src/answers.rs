//! The answers of a card: by field key, each given, 无 (none) or, by its absence, unanswered.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};
use thiserror::Error;

use crate::canonical::canonical_json;
use crate::value::Value;

/// What was answered. Unanswered has no entry: unknown is not 无 (D03-10, D07-3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Asked, and there is none: 无.
    None,
    /// A value in its normal form.
    Given(Value),
}

/// The three states of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// A value is there.
    Given,
    /// Asked, and there is none: 无.
    None,
    /// Not asked, or not told.
    Unanswered,
}

/// Stored answers that are not what this crate writes.
#[derive(Debug, Error)]
pub enum StoredError {
    /// Not JSON at all.
    #[error("stored answers are not JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// JSON, but of another shape.
    #[error("stored answers have a shape this program does not write: {0}")]
    Shape(String),
}

/// All answers of a card or of one row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers(BTreeMap<String, Answer>);

impl Answer {
    /// JSON of the answer: the value, or `{"none":true}`. Null is never 无, so that a client that
    /// sends nulls for what it does not know cannot state 'none'.
    #[must_use]
    pub fn to_json(&self) -> Json {
        match self {
            Self::None => json!({"none": true}),
            Self::Given(value) => value.to_json(),
        }
    }

    /// The canonical JSON text.
    #[must_use]
    pub fn canonical(&self) -> String {
        canonical_json(&self.to_json())
    }

    /// Outer nothing: malformed. Inner nothing: null, that is unanswered.
    #[expect(
        clippy::option_option,
        reason = "malformed and unanswered are different answers"
    )]
    pub(crate) fn from_json(json: &Json) -> Option<Option<Self>> {
        if json.is_null() {
            return Some(None);
        }
        if *json == json!({"none": true}) {
            return Some(Some(Self::None));
        }
        Value::from_json(json).map(|v| Some(Self::Given(v)))
    }
}

impl Answers {
    /// The answer of a field, if any.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Answer> {
        self.0.get(key)
    }

    /// The given value of a field.
    #[must_use]
    pub fn value(&self, key: &str) -> Option<&Value> {
        match self.0.get(key) {
            Some(Answer::Given(value)) => Some(value),
            _ => None,
        }
    }

    /// The state of a field.
    #[must_use]
    pub fn state(&self, key: &str) -> State {
        match self.0.get(key) {
            Some(Answer::Given(_)) => State::Given,
            Some(Answer::None) => State::None,
            None => State::Unanswered,
        }
    }

    /// Sets an answer.
    pub fn set(&mut self, key: &str, answer: Answer) {
        self.0.insert(key.to_owned(), answer);
    }

    /// Makes a field unanswered again.
    pub fn clear(&mut self, key: &str) -> Option<Answer> {
        self.0.remove(key)
    }

    /// Keys and answers, sorted by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Answer)> {
        self.0.iter().map(|(k, a)| (k.as_str(), a))
    }

    /// Whether nothing is answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many fields are answered, 无 included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The answers as JSON.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let entries = self.0.iter().map(|(k, a)| (k.clone(), a.to_json()));
        Json::Object(entries.collect::<Map<_, _>>())
    }

    /// The canonical JSON text that is stored.
    #[must_use]
    pub fn canonical(&self) -> String {
        canonical_json(&self.to_json())
    }

    /// Reads what [`Answers::canonical`] wrote. Only the shape is looked at: answers of an old
    /// version stay readable when a field type becomes stricter. What comes from outside goes
    /// through `Form::accept`.
    pub fn from_stored(text: &str) -> Result<Self, StoredError> {
        let json: Json = serde_json::from_str(text)?;
        let map = json
            .as_object()
            .ok_or_else(|| StoredError::Shape("not an object".to_owned()))?;
        let mut answers = Self::default();
        for (key, value) in map {
            let answer = Answer::from_json(value).ok_or_else(|| StoredError::Shape(key.clone()))?;
            if let Some(answer) = answer {
                answers.set(key, answer);
            }
        }
        Ok(answers)
    }

    pub(crate) fn get_mut(&mut self, key: &str) -> Option<&mut Answer> {
        self.0.get_mut(key)
    }

    /// The cells of a row, for putting a sealed answer back.
    pub(crate) fn cells_mut(&mut self, key: &str, row: &str) -> Option<&mut Self> {
        match self.0.get_mut(key) {
            Some(Answer::Given(Value::Rows(rows))) => {
                rows.iter_mut().find(|r| r.id == row).map(|r| &mut r.cells)
            }
            _ => None,
        }
    }

    /// Gives rows that came without an id (`new-1` …) their stable one; the caller makes ids,
    /// because this crate has no clock and no chance.
    pub fn name_new_rows(&mut self, mut next: impl FnMut() -> String) {
        for answer in self.0.values_mut() {
            if let Answer::Given(Value::Rows(rows)) = answer {
                for row in rows.iter_mut().filter(|row| row.id.starts_with("new-")) {
                    row.id = next();
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn null_is_unanswered_and_none_is_said_aloud() {
        let answers = Answers::from_stored(r#"{"b":null,"a":{"none":true},"c":"x"}"#).unwrap();
        assert_eq!(answers.state("a"), State::None);
        assert_eq!(answers.state("b"), State::Unanswered);
        assert_eq!(answers.state("c"), State::Given);
        assert_eq!(answers.canonical(), r#"{"a":{"none":true},"c":"x"}"#);
    }

    #[test]
    fn rows_come_back_as_rows_and_new_ones_get_names() {
        let text =
            r#"{"r":[{"cells":{"x":"1","y":{"none":true}},"id":"new-1"},{"cells":{},"id":"k"}]}"#;
        let mut answers = Answers::from_stored(text).unwrap();
        assert_eq!(answers.canonical(), text);
        answers.name_new_rows(|| "stable".to_owned());
        let ids: Vec<_> = answers
            .value("r")
            .unwrap()
            .rows()
            .iter()
            .map(|r| r.id.clone())
            .collect();
        assert_eq!(ids, ["stable", "k"]);
    }

    #[test]
    fn foreign_shapes_are_refused() {
        for bad in [
            "[]",
            "{\"a\":1}",
            "{\"a\":true}",
            "{\"a\":{\"none\":false}}",
            "x",
        ] {
            assert!(Answers::from_stored(bad).is_err(), "{bad}");
        }
    }
}
