//! `postcode`: six digits (D02-5).

use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::field_type::{parse_one, plain};
use super::{FieldType, Parsed, Widget};
use crate::finding::Finding;
use crate::identifiers::{is_postcode, narrow};
use crate::input::Input;
use crate::value::Value;
use crate::words::Lexicon;

/// A postcode.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Postcode {}

impl FieldType for Postcode {
    fn parse(&self, input: &Input<'_>) -> Parsed {
        parse_one(input, |text| {
            let digits = narrow(text);
            let refused = || Finding::error("form.postcode_digits").arg("got", text);
            if is_postcode(&digits) {
                Ok(digits)
            } else {
                Err(refused())
            }
        })
    }

    fn text(&self, value: &Value, _: Lexicon<'_>) -> String {
        plain(value)
    }

    fn schema(&self) -> Json {
        json!({"type": "string", "pattern": "^[0-9]{6}$"})
    }

    fn widget(&self) -> Widget {
        Widget::Code
    }
}
