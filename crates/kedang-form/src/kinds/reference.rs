//! A name with an optional link, shared by `person` and `customer`.

use serde_json::{Value as Json, json};

use super::text::within;
use super::{FieldType, Parsed, Widget};
use crate::finding::Finding;
use crate::input::Input;
use crate::value::{Value, is_row_id};
use crate::words::Lexicon;

/// Name and link; implements the questions for the two types that are one.
#[derive(Debug)]
pub(super) struct Named(pub(super) Widget);

impl FieldType for Named {
    fn parse(&self, input: &Input<'_>) -> Parsed {
        let link = input.part("ref")?.map(|id| linked(&id)).transpose()?;
        match (input.one()?, link) {
            (None, None) => Ok(None),
            (None, Some(_)) => Err(Finding::error("form.name_missing")),
            (Some(name), link) => {
                let name = within(&name.split_whitespace().collect::<Vec<_>>().join(" "), 200)?;
                Ok(Some(Value::record([
                    ("name", Some(Value::Text(name))),
                    ("ref", link),
                ])))
            }
        }
    }

    fn text(&self, value: &Value, _: Lexicon<'_>) -> String {
        value.part_text("name").unwrap_or_default().to_owned()
    }

    fn schema(&self) -> Json {
        json!({
            "type": "object",
            "properties": {
                "name": {"type": "string", "minLength": 1, "maxLength": 200},
                "ref": {"type": "string", "pattern": "^[0-9A-Za-z-]{1,64}$"},
            },
            "required": ["name"],
            "additionalProperties": false,
        })
    }

    fn widget(&self) -> Widget {
        self.0
    }

    fn pairs(&self, value: &Value) -> Vec<(String, String)> {
        let name = value.part_text("name").unwrap_or_default();
        let mut pairs = vec![(String::new(), name.to_owned())];
        pairs.extend(
            value
                .part_text("ref")
                .map(|id| ("ref".to_owned(), id.to_owned())),
        );
        pairs
    }
}

/// An id of the application, as text.
pub(super) fn linked(id: &str) -> Result<Value, Finding> {
    if is_row_id(id) {
        Ok(Value::text(id))
    } else {
        Err(Finding::error("form.link_shape").arg("got", id))
    }
}
