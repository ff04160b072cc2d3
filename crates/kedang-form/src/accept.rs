//! From the JSON of a client to a draft: every value goes through the same parser as typed text.

use serde_json::Value as Json;

use crate::answers::Answer;
use crate::field::Field;
use crate::finding::Finding;
use crate::form::Form;
use crate::input::{Input, Pairs};
use crate::kinds::join;
use crate::read::{Draft, put, read_field};
use crate::value::Value;

impl Form {
    /// Reads answers as JSON text, `{"height":"165","hobbies":{"picked":["reading"]}}`. Null means
    /// unanswered, `{"none":true}` means 无. Values need not be canonical, but must have the shape
    /// of [`Form::json_schema`].
    #[must_use]
    pub fn accept(&self, json: &str) -> Draft {
        let mut draft = Draft::default();
        let parsed = serde_json::from_str::<Json>(json);
        let Ok(Json::Object(map)) = parsed else {
            draft.findings.push(Finding::error("form.json_shape"));
            return draft;
        };
        for (key, value) in &map {
            let known = self.field(key).filter(|f| f.is_stored() && !f.retired);
            let Some(field) = known else {
                draft
                    .findings
                    .push(Finding::error("form.field_unknown").under(key));
                continue;
            };
            match accept_field(field, value) {
                Ok(Some(answer)) => draft.answers.set(key, answer),
                Ok(None) => {}
                Err(findings) => {
                    draft
                        .findings
                        .extend(findings.into_iter().map(|f| f.under(key)));
                }
            }
        }
        draft
    }
}

fn accept_field(field: &Field, json: &Json) -> Result<Option<Answer>, Vec<Finding>> {
    let shape = || vec![Finding::error("form.value_shape")];
    let value = match Answer::from_json(json).ok_or_else(shape)? {
        None => return Ok(None),
        Some(Answer::None) if field.none_allowed => return Ok(Some(Answer::None)),
        Some(Answer::None) => return Err(vec![Finding::error("form.none_not_allowed")]),
        Some(Answer::Given(value)) => value,
    };
    let mut pairs = Pairs::new();
    for (part, text) in field.kind.as_type().pairs(&value) {
        put(&mut pairs, join(&field.key, &part), text);
    }
    let read = read_field(field, &Input::new(&pairs, &field.key));
    if !read.findings.is_empty() {
        return Err(read.findings);
    }
    match read.answer {
        Some(Answer::Given(ref given)) if !same_shape(given, &value) => Err(shape()),
        None => Err(shape()),
        answer => Ok(answer),
    }
}

/// Whether nothing was dropped on the way: same parts, same items, same rows and cells.
fn same_shape(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Text(_), Value::Text(_)) => true,
        (Value::List(a), Value::List(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_shape(a, b))
        }
        (Value::Record(a), Value::Record(b)) => {
            a.len() == b.len()
                && a.iter()
                    .zip(b)
                    .all(|((ka, a), (kb, b))| ka == kb && same_shape(a, b))
        }
        (Value::Rows(a), Value::Rows(b)) => {
            let keys = |row: &crate::value::Row| {
                row.cells
                    .iter()
                    .map(|(key, _)| key.to_owned())
                    .collect::<Vec<_>>()
            };
            a.len() == b.len()
                && a.iter()
                    .zip(b)
                    .all(|(a, b)| a.id == b.id && keys(a) == keys(b))
        }
        _ => false,
    }
}
