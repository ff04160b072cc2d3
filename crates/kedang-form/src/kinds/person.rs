//! `person`: a name, perhaps with a link to the person on file.

use serde::Deserialize;
use serde_json::Value as Json;

use super::reference::Named;
use super::{FieldType, Parsed, Widget};
use crate::input::Input;
use crate::value::Value;
use crate::words::Lexicon;

/// A person, written by name and linked to a person on file if there is one.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Person {}

const NAMED: Named = Named(Widget::Person);

impl FieldType for Person {
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
