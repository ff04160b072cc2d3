//! `photo`: one picture with its date, angle and the consent of the person on it (D01-10).

use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::choice::{known, option_faults};
use super::reference::linked;
use super::{DateField, FieldType, Parsed, Widget};
use crate::finding::Finding;
use crate::input::Input;
use crate::moment::{Known, Moment};
use crate::scope::Scope;
use crate::value::Value;
use crate::words::Lexicon;

/// A photo. `{"angle":"front","consent":"yes","date":"2026-11-23","ref":"…"}`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Photo {
    /// Angle codes; their words stand with the options of the field.
    pub angles: Vec<String>,
}

impl Default for Photo {
    fn default() -> Self {
        Self {
            angles: ["front", "left", "right"].map(str::to_owned).to_vec(),
        }
    }
}

fn taken() -> DateField {
    let today = Moment {
        context: Some(Known::Today),
        ..Moment::default()
    };
    DateField {
        earliest: None,
        latest: Some(today),
        whole: true,
    }
}

impl FieldType for Photo {
    fn parse(&self, input: &Input<'_>) -> Parsed {
        let Some(link) = input.part("ref")? else {
            return Ok(None);
        };
        let angle = input
            .part("angle")?
            .map(|a| known(&self.angles, &a))
            .transpose()?;
        let date = taken().parse(&input.at("date"))?;
        let consent = input.part("consent")?.map(|_| Value::text("yes"));
        Ok(Some(Value::record([
            ("angle", angle.map(Value::Text)),
            ("consent", consent),
            ("date", date),
            ("ref", Some(linked(&link)?)),
        ])))
    }

    fn check(&self, value: &Value, scope: &Scope<'_>) -> Vec<Finding> {
        let mut findings = value
            .part("date")
            .map_or(Vec::new(), |d| taken().check(d, scope));
        if value.part("consent").is_none() {
            findings.push(Finding::error("form.photo_consent"));
        }
        findings
    }

    fn text(&self, value: &Value, words: Lexicon<'_>) -> String {
        let angle = value
            .part_text("angle")
            .map(|code| words.option(None, code).to_owned());
        let date = value.part_text("date").map(str::to_owned);
        [angle, date]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn schema(&self) -> Json {
        json!({
            "type": "object",
            "properties": {
                "angle": {"enum": self.angles},
                "consent": {"const": "yes"},
                "date": {"type": "string", "format": "date"},
                "ref": {"type": "string", "pattern": "^[0-9A-Za-z-]{1,64}$"},
            },
            "required": ["consent", "ref"],
            "additionalProperties": false,
        })
    }

    fn widget(&self) -> Widget {
        Widget::Photo
    }

    fn pairs(&self, value: &Value) -> Vec<(String, String)> {
        let part = |part: &str| Some((part.to_owned(), value.part_text(part)?.to_owned()));
        ["angle", "consent", "date", "ref"]
            .into_iter()
            .filter_map(part)
            .collect()
    }

    fn faults(&self) -> Vec<String> {
        option_faults(&self.angles)
    }
}
