//! `choices`: several of a list, each perhaps with a grade, places and a photo, 其它 perhaps with
//! text.

use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::choice::{known, option_faults};
use super::noted::places;
use super::text::within;
use super::{FieldType, Parsed, Widget};
use crate::finding::{Finding, Severity};
use crate::input::Input;
use crate::scope::Scope;
use crate::value::Value;
use crate::words::Lexicon;

/// Options to tick. `{"picked":["reading","other"],"other":"陶艺","grades":{"reading":"mild"},
/// "places":{"reading":["nose"]},"photos":{"reading":"…"}}`; `picked` in the order of the list,
/// the others only when filled.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Choices {
    /// Option codes in order.
    pub options: Vec<String>,
    /// Shared list the options come from.
    pub list: Option<String>,
    /// The option that needs text (D01-4 其它).
    pub other: Option<String>,
    /// Grades a ticked option is given (D01-7 轻 中 重).
    pub grades: Vec<String>,
    /// Places of the body map that a ticked option can have, some of [`super::BODY_PLACES`] (D01-7).
    pub places: Vec<String>,
    /// Whether a ticked option can have a photo of its own (D01-7).
    pub photos: bool,
    /// Most options that may be ticked.
    pub max: Option<usize>,
}

impl Choices {
    fn other_text(&self, input: &Input<'_>, picked: &[String]) -> Result<Option<Value>, Finding> {
        let (Some(other), Some(text)) = (&self.other, input.part("other")?) else {
            return Ok(None);
        };
        if !picked.contains(other) {
            return Err(Finding::error("form.other_not_ticked").arg("got", text));
        }
        within(&text, 200).map(|t| Some(Value::Text(t)))
    }
}

impl FieldType for Choices {
    fn parse(&self, input: &Input<'_>) -> Parsed {
        let given = input.many()?;
        for code in &given {
            known(&self.options, code)?;
        }
        let picked: Vec<String> = self
            .options
            .iter()
            .filter(|o| given.contains(o))
            .cloned()
            .collect();
        let other = self.other_text(input, &picked)?;
        let grades = self.grades_of(input, &picked)?;
        let places = self.places_of(input, &picked)?;
        let photos = self.photos_of(input, &picked)?;
        if picked.is_empty() {
            return Ok(None);
        }
        let picked = Value::List(picked.into_iter().map(Value::Text).collect());
        Ok(Some(Value::record([
            ("picked", Some(picked)),
            ("other", other),
            ("grades", grades),
            ("places", places),
            ("photos", photos),
        ])))
    }

    fn check(&self, value: &Value, _: &Scope<'_>) -> Vec<Finding> {
        let picked = value.picked();
        let mut findings = Vec::new();
        if let Some(other) = &self.other
            && picked.contains(&other.as_str())
            && value.part("other").is_none()
        {
            findings.push(Finding::error("form.other_text_missing"));
        }
        if let Some(max) = self.max.filter(|max| picked.len() > *max) {
            findings.push(Finding::error("form.too_many_ticked").arg("max", max));
        }
        for code in picked.iter().filter(|_| !self.grades.is_empty()) {
            if value.part("grades").and_then(|g| g.part(code)).is_none() {
                let finding = Finding::new(Severity::Incomplete, "form.grade_missing");
                findings.push(finding.arg("option", code));
            }
        }
        findings
    }

    fn text(&self, value: &Value, words: Lexicon<'_>) -> String {
        let mut parts = Vec::new();
        for code in value.picked() {
            let mut part = words.option(self.list.as_deref(), code).to_owned();
            let grade = value.part("grades").and_then(|g| g.part_text(code));
            let places = places(value, code).into_iter().map(|p| words.place(p));
            let noted: Vec<&str> = grade
                .map(|g| words.grade(g))
                .into_iter()
                .chain(places)
                .collect();
            if !noted.is_empty() {
                part = format!("{part}({})", noted.join(" "));
            }
            if Some(code) == self.other.as_deref() {
                part.extend(value.part_text("other").map(|t| format!(": {t}")));
            }
            parts.push(part);
        }
        parts.join("、")
    }

    fn schema(&self) -> Json {
        let mut properties = json!({
            "picked": {"type": "array", "items": {"enum": self.options}, "minItems": 1, "uniqueItems": true},
        });
        if self.other.is_some() {
            properties["other"] = json!({"type": "string", "minLength": 1, "maxLength": 200});
        }
        for (part, schema) in self.noted_schema() {
            properties[part] = schema;
        }
        json!({
            "type": "object",
            "properties": properties,
            "required": ["picked"],
            "additionalProperties": false,
        })
    }

    fn widget(&self) -> Widget {
        Widget::Ticks
    }

    fn pairs(&self, value: &Value) -> Vec<(String, String)> {
        let own = |part: &str, text: &str| (part.to_owned(), text.to_owned());
        let mut pairs: Vec<_> = value
            .picked()
            .into_iter()
            .map(|code| own("", code))
            .collect();
        pairs.extend(value.part_text("other").map(|text| own("other", text)));
        pairs.extend(Self::noted_pairs(value));
        pairs
    }

    fn faults(&self) -> Vec<String> {
        let mut faults = option_faults(&self.options);
        if !self.grades.is_empty() {
            faults.extend(option_faults(&self.grades));
        }
        faults.extend(self.place_faults());
        faults.extend(
            self.other
                .iter()
                .filter(|o| !self.options.contains(o))
                .cloned(),
        );
        faults
    }
}
