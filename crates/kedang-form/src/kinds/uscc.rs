//! `uscc`: the unified social credit code, eighteen characters with a check.

use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::field_type::{parse_one, plain};
use super::{FieldType, Parsed, Widget};
use crate::finding::Finding;
use crate::identifiers::{IdentifierError, normal_uscc, read_phone};
use crate::input::Input;
use crate::value::Value;
use crate::words::Lexicon;

/// A unified social credit code (GB 32100).
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Uscc {}

impl FieldType for Uscc {
    fn parse(&self, input: &Input<'_>) -> Parsed {
        parse_one(input, |text| {
            normal_uscc(text).map_err(|e| match read_phone(text) {
                Ok(_) => Finding::error("form.uscc_phone").arg("got", text),
                Err(_) => refusal("uscc", e),
            })
        })
    }

    fn text(&self, value: &Value, _: Lexicon<'_>) -> String {
        plain(value)
    }

    fn schema(&self) -> Json {
        json!({"type": "string", "pattern": "^[0-9A-HJ-NP-RTUW-Y]{18}$"})
    }

    fn widget(&self) -> Widget {
        Widget::Code
    }
}

/// `form.<kind>_length`, `_character`, `_check` … with the facts.
pub(super) fn refusal(kind: &str, error: IdentifierError) -> Finding {
    let finding = |what: &str| Finding::error(format!("form.{kind}_{what}"));
    match error {
        IdentifierError::Length { got, want } => {
            finding("length").arg("got", got).arg("want", want)
        }
        IdentifierError::Character(c) => finding("character").arg("character", c),
        IdentifierError::CheckDigit => finding("check"),
        IdentifierError::Region => finding("region"),
        IdentifierError::Birth => finding("birth"),
        IdentifierError::Shape => finding("shape"),
    }
}
