//! `scale`: a whole step between two ends, such as 1 to 5.

use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::field_type::{parse_one, plain};
use super::{FieldType, Parsed, Widget};
use crate::finding::Finding;
use crate::identifiers::narrow;
use crate::input::Input;
use crate::value::Value;
use crate::words::Lexicon;

/// Steps from `min` to `max`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Lowest step.
    pub min: i8,
    /// Highest step.
    pub max: i8,
}

impl FieldType for Scale {
    fn parse(&self, input: &Input<'_>) -> Parsed {
        parse_one(input, |text| {
            let step = narrow(text)
                .parse::<i8>()
                .ok()
                .filter(|s| (self.min..=self.max).contains(s));
            step.map(|s| s.to_string()).ok_or_else(|| {
                let finding = Finding::error("form.scale_step").arg("got", text);
                finding.arg("min", self.min).arg("max", self.max)
            })
        })
    }

    fn text(&self, value: &Value, _: Lexicon<'_>) -> String {
        plain(value)
    }

    fn schema(&self) -> Json {
        json!({"enum": (self.min..=self.max).map(|s| s.to_string()).collect::<Vec<_>>()})
    }

    fn widget(&self) -> Widget {
        Widget::Scale
    }

    fn faults(&self) -> Vec<String> {
        let (min, max) = (self.min, self.max);
        if min < max {
            Vec::new()
        } else {
            vec![format!("{min} is not below {max}")]
        }
    }
}
