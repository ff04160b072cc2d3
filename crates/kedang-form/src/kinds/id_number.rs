//! `id_number`: the resident identity number, check digit and birth date looked at.

use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::field_type::{parse_one, plain};
use super::uscc::refusal;
use super::{FieldType, Parsed, Widget};
use crate::finding::Finding;
use crate::identifiers::read_id_number;
use crate::input::Input;
use crate::scope::Scope;
use crate::value::Value;
use crate::words::Lexicon;

/// A resident identity number (GB 11643), of 18 characters or the old 15.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct IdNumberField {}

impl FieldType for IdNumberField {
    fn parse(&self, input: &Input<'_>) -> Parsed {
        parse_one(input, |text| {
            read_id_number(text)
                .map(|id| id.number)
                .map_err(|e| refusal("id_number", e))
        })
    }

    fn check(&self, value: &Value, scope: &Scope<'_>) -> Vec<Finding> {
        let born = value
            .as_text()
            .and_then(|t| read_id_number(t).ok())
            .map(|id| id.born);
        let future = born.filter(|born| *born > scope.context.today);
        future
            .map(|born| Finding::error("form.id_number_future").arg("born", born))
            .into_iter()
            .collect()
    }

    fn text(&self, value: &Value, _: Lexicon<'_>) -> String {
        plain(value)
    }

    fn schema(&self) -> Json {
        json!({"type": "string", "pattern": "^[0-9]{15}([0-9]{2}[0-9X])?$"})
    }

    fn widget(&self) -> Widget {
        Widget::Code
    }
}
