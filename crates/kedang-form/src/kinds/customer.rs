//! `customer`: a name, perhaps with a link to the customer on file.

use serde::Deserialize;
use serde_json::Value as Json;

use super::reference::Named;
use super::{FieldType, Parsed, Widget};
use crate::input::Input;
use crate::value::Value;
use crate::words::Lexicon;

/// A customer, written by name and linked to a customer on file if there is one.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Customer {}

const NAMED: Named = Named(Widget::Customer);

impl FieldType for Customer {
    fn parse(&self, input: &Input<'_>) -> Parsed {
        NAMED.parse(input)
    }

    fn text(&self, value: &Value, words: Lexicon<'_>) -> String {
        NAMED.text(value, words)
    }

    fn schema(&self) -> Json {
        NAMED.schema()
    }

    fn widget(&self) -> Widget {
        NAMED.widget()
    }

    fn pairs(&self, value: &Value) -> Vec<(String, String)> {
        NAMED.pairs(value)
    }
}
