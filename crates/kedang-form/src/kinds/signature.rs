//! `signature`: a hand over other fields. It is kept beside the card, never in its answers: what is
//! signed is the hash of the answers.

use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::{FieldType, Parsed, Widget};
use crate::input::Input;
use crate::value::Value;
use crate::words::Lexicon;

/// A place to sign.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Signature {
    /// Field keys it covers; empty means its section, `["*"]` the whole card, in a row the row.
    pub covers: Vec<String>,
    /// The post the signer must hold (D01-12 专家); nothing for the customer's own hand.
    pub post: Option<String>,
}

impl FieldType for Signature {
    fn parse(&self, _: &Input<'_>) -> Parsed {
        Ok(None)
    }

    fn text(&self, _: &Value, _: Lexicon<'_>) -> String {
        String::new()
    }

    fn schema(&self) -> Json {
        json!(false)
    }

    fn widget(&self) -> Widget {
        Widget::Signature
    }
}
