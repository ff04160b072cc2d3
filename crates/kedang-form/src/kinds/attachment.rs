//! `attachment`: files by their id, in the order they were put in.

use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::reference::linked;
use super::text::within;
use super::{FieldType, Parsed, Widget};
use crate::finding::Finding;
use crate::input::Input;
use crate::scope::Scope;
use crate::value::Value;
use crate::words::Lexicon;

/// Files. `[{"name":"处方.pdf","ref":"…"}]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Attachment {
    /// Most files.
    pub max: usize,
    /// Kinds the screen offers: `image`, `pdf`, `office`; empty means any the store allows.
    pub accept: Vec<String>,
}

impl Default for Attachment {
    fn default() -> Self {
        Self {
            max: 1,
            accept: Vec::new(),
        }
    }
}

impl FieldType for Attachment {
    fn parse(&self, input: &Input<'_>) -> Parsed {
        let links = input.at("ref").many()?;
        let names = input.at("name").many()?;
        if links.is_empty() {
            return Ok(None);
        }
        if names.len() != links.len() {
            return Err(Finding::error("form.file_name_missing"));
        }
        let files = links.iter().zip(&names).map(|(link, name)| {
            let name = within(name, 200)?;
            Ok(Value::record([
                ("name", Some(Value::Text(name))),
                ("ref", Some(linked(link)?)),
            ]))
        });
        files
            .collect::<Result<Vec<_>, Finding>>()
            .map(|files| Some(Value::List(files)))
    }

    fn check(&self, value: &Value, _: &Scope<'_>) -> Vec<Finding> {
        if value.items().len() > self.max {
            return vec![Finding::error("form.too_many_files").arg("max", self.max)];
        }
        Vec::new()
    }

    fn text(&self, value: &Value, _: Lexicon<'_>) -> String {
        let names: Vec<&str> = value
            .items()
            .iter()
            .filter_map(|f| f.part_text("name"))
            .collect();
        names.join("、")
    }

    fn schema(&self) -> Json {
        json!({
            "type": "array",
            "minItems": 1,
            "maxItems": self.max,
            "items": {
                "type": "object",
                "properties": {
                    "name": {"type": "string", "minLength": 1, "maxLength": 200},
                    "ref": {"type": "string", "pattern": "^[0-9A-Za-z-]{1,64}$"},
                },
                "required": ["name", "ref"],
                "additionalProperties": false,
            },
        })
    }

    fn widget(&self) -> Widget {
        Widget::File
    }

    fn pairs(&self, value: &Value) -> Vec<(String, String)> {
        let part = |file: &Value, part: &str| file.part_text(part).unwrap_or_default().to_owned();
        let both = |file| {
            [
                ("ref".to_owned(), part(file, "ref")),
                ("name".to_owned(), part(file, "name")),
            ]
        };
        value.items().iter().flat_map(both).collect()
    }

    fn faults(&self) -> Vec<String> {
        let unknown = |kind: &&String| !["image", "pdf", "office"].contains(&kind.as_str());
        let mut faults: Vec<String> = self.accept.iter().filter(unknown).cloned().collect();
        if self.max == 0 {
            faults.push("max 0".to_owned());
        }
        faults
    }
}
