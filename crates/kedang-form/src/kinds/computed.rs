//! `computed`: a number from other answers, shown and printed, never typed and never stored.

use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::field_type::plain;
use super::money::grouped;
use super::{FieldType, Parsed, Widget};
use crate::expression::Expression;
use crate::input::Input;
use crate::value::Value;
use crate::words::Lexicon;

/// A number computed from other answers.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Computed {
    /// What is computed.
    pub from: Expression,
    /// Unit code.
    #[serde(default)]
    pub unit: Option<String>,
    /// The number is an amount in 分 and reads in 元.
    #[serde(default)]
    pub money: bool,
}

impl FieldType for Computed {
    fn parse(&self, _: &Input<'_>) -> Parsed {
        Ok(None)
    }

    fn text(&self, value: &Value, words: Lexicon<'_>) -> String {
        if self.money {
            return grouped(&plain(value)).unwrap_or_default();
        }
        match self.unit.as_deref() {
            Some("%") => format!("{}%", plain(value)),
            Some(unit) => format!("{} {}", plain(value), words.unit(unit)),
            None => plain(value),
        }
    }

    fn schema(&self) -> Json {
        json!(false)
    }

    fn widget(&self) -> Widget {
        Widget::Output
    }
}
