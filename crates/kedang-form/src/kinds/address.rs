//! `address`: province, city, district and the rest, or the whole in one line.

use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::text::within;
use super::{FieldType, Parsed, Widget};
use crate::finding::Finding;
use crate::input::Input;
use crate::value::Value;
use crate::words::Lexicon;

/// An address in up to four parts; one line typed alone becomes `detail`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Address {}

const PARTS: [&str; 4] = ["province", "city", "district", "detail"];

impl FieldType for Address {
    fn parse(&self, input: &Input<'_>) -> Parsed {
        let mut parts = std::collections::BTreeMap::new();
        for part in PARTS {
            let text = match input.part(part)? {
                None if part == "detail" => input.one()?,
                text => text,
            };
            if let Some(text) = text {
                let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
                parts.insert(part.to_owned(), Value::Text(within(&line, 200)?));
            }
        }
        if !parts.is_empty() && input.part("detail")?.is_some() && input.one()?.is_some() {
            return Err(Finding::error("form.one_only").arg("count", 2));
        }
        Ok(if parts.is_empty() {
            None
        } else {
            Some(Value::Record(parts))
        })
    }

    fn text(&self, value: &Value, _: Lexicon<'_>) -> String {
        // A municipality is province and city in one: 北京市 is not written twice.
        let mut parts: Vec<&str> = PARTS.iter().filter_map(|p| value.part_text(p)).collect();
        parts.dedup();
        parts.concat()
    }

    fn schema(&self) -> Json {
        let part = json!({"type": "string", "minLength": 1, "maxLength": 200});
        json!({
            "type": "object",
            "properties": {"province": part, "city": part, "district": part, "detail": part},
            "minProperties": 1,
            "additionalProperties": false,
        })
    }

    fn widget(&self) -> Widget {
        Widget::Address
    }

    fn pairs(&self, value: &Value) -> Vec<(String, String)> {
        let filled = |part: &&str| Some(((*part).to_owned(), value.part_text(part)?.to_owned()));
        PARTS.iter().filter_map(filled).collect()
    }
}
