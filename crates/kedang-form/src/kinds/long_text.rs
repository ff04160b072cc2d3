//! `long_text`: several lines.

use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::field_type::{parse_one, plain};
use super::text::{check_said, within};
use super::{FieldType, Parsed, Widget};
use crate::finding::Finding;
use crate::input::Input;
use crate::scope::Scope;
use crate::value::Value;
use crate::words::Lexicon;

/// Several lines of text.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LongText {
    /// Most characters (not bytes).
    pub max: usize,
    /// The answer must say more than 有.
    pub detail: bool,
}

impl Default for LongText {
    fn default() -> Self {
        Self {
            max: 4000,
            detail: false,
        }
    }
}

impl FieldType for LongText {
    fn parse(&self, input: &Input<'_>) -> Parsed {
        parse_one(input, |text| within(text, self.max))
    }

    fn check(&self, value: &Value, _: &Scope<'_>) -> Vec<Finding> {
        check_said(value, self.detail)
    }

    fn text(&self, value: &Value, _: Lexicon<'_>) -> String {
        plain(value)
    }

    fn schema(&self) -> Json {
        json!({"type": "string", "minLength": 1, "maxLength": self.max})
    }

    fn widget(&self) -> Widget {
        Widget::Paragraph
    }
}
