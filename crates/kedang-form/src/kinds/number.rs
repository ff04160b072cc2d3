//! `number`: an exact decimal with its unit; other units people write are converted.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::field_type::{parse_one, plain};
use super::{FieldType, Parsed, Widget};
use crate::decimal::Decimal;
use crate::finding::Finding;
use crate::identifiers::narrow;
use crate::input::Input;
use crate::scope::Scope;
use crate::value::Value;
use crate::words::Lexicon;

/// A decimal.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Number {
    /// Unit code; the words say how it is written.
    pub unit: Option<String>,
    /// Smallest value, as decimal text.
    pub min: Option<String>,
    /// Largest value, as decimal text.
    pub max: Option<String>,
    /// Places after the point, at most six.
    pub decimals: u8,
    /// Other units that may be typed behind the number → factor into this unit.
    pub accepts: BTreeMap<String, String>,
    /// Bare numbers that look like another unit.
    pub mistaken: Vec<Mistaken>,
}

/// A range that was surely meant in another unit: 1.65 in a cm field (D01-1).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mistaken {
    /// Smallest such number.
    pub from: String,
    /// Largest such number.
    pub to: String,
    /// The unit it was meant in.
    pub unit: String,
    /// Factor into the unit of the field.
    pub times: String,
}

impl Default for Number {
    fn default() -> Self {
        let (accepts, mistaken) = (BTreeMap::new(), Vec::new());
        Self {
            unit: None,
            min: None,
            max: None,
            decimals: 2,
            accepts,
            mistaken,
        }
    }
}

impl Number {
    fn read(&self, text: &str) -> Result<String, Finding> {
        let refused = || Finding::error("form.number_shape").arg("got", text);
        let written = narrow(text);
        let (digits, factor) = self.split_unit(&written);
        let mut number = Decimal::parse(digits).ok_or_else(refused)?;
        match factor {
            Some(factor) => number = number.times(factor).ok_or_else(refused)?,
            None => self.mistaken_for(number).map_or(Ok(()), Err)?,
        }
        if number.places() > usize::from(self.decimals) {
            return Err(Finding::error("form.number_too_fine").arg("places", self.decimals));
        }
        Ok(number.to_string())
    }

    /// Cuts the unit off the end; the longest that fits, case aside.
    fn split_unit<'a>(&self, text: &'a str) -> (&'a str, Option<Decimal>) {
        let own = self.unit.iter().map(|unit| (unit.as_str(), None));
        let others = self
            .accepts
            .iter()
            .map(|(unit, by)| (unit.as_str(), Decimal::parse(by)));
        let mut best: (&str, Option<Decimal>) = (text, None);
        for (unit, factor) in own.chain(others) {
            let cut = text
                .len()
                .checked_sub(unit.len())
                .and_then(|at| text.split_at_checked(at));
            if let Some((digits, tail)) = cut
                && tail.to_lowercase() == unit.to_lowercase()
                && digits.len() < best.0.len()
            {
                best = (digits, factor);
            }
        }
        best
    }

    fn mistaken_for(&self, number: Decimal) -> Option<Finding> {
        self.mistaken.iter().find_map(|m| {
            let (from, to) = (Decimal::parse(&m.from)?, Decimal::parse(&m.to)?);
            let suggest = number.times(Decimal::parse(&m.times)?)?;
            (from <= number && number <= to).then(|| {
                Finding::error("form.number_unit_mistaken")
                    .arg("got", number)
                    .arg("unit", &m.unit)
                    .arg("suggest", suggest)
            })
        })
    }
}

impl FieldType for Number {
    fn parse(&self, input: &Input<'_>) -> Parsed {
        parse_one(input, |text| self.read(text))
    }

    fn check(&self, value: &Value, _: &Scope<'_>) -> Vec<Finding> {
        let Some(number) = value.as_text().and_then(Decimal::parse) else {
            return Vec::new();
        };
        check_range(number, self.min.as_deref(), self.max.as_deref())
    }

    fn text(&self, value: &Value, words: Lexicon<'_>) -> String {
        match self.unit.as_deref() {
            Some("%") => format!("{}%", plain(value)),
            Some(unit) => format!("{} {}", plain(value), words.unit(unit)),
            None => plain(value),
        }
    }

    fn schema(&self) -> Json {
        let mut schema =
            json!({"type": "string", "pattern": "^-?(0|[1-9][0-9]*)(\\.[0-9]*[1-9])?$"});
        for (name, limit) in [
            ("x-minimum", &self.min),
            ("x-maximum", &self.max),
            ("x-unit", &self.unit),
        ] {
            if let Some(limit) = limit {
                schema[name] = json!(limit);
            }
        }
        schema
    }

    fn widget(&self) -> Widget {
        Widget::Number
    }

    fn faults(&self) -> Vec<String> {
        let mut faults = bad_limits(self.min.as_deref(), self.max.as_deref());
        if self.decimals > 6 {
            faults.push(format!("decimals {} > 6", self.decimals));
        }
        let numbers = self
            .mistaken
            .iter()
            .flat_map(|m| [&m.from, &m.to, &m.times]);
        for text in self.accepts.values().chain(numbers) {
            if Decimal::parse(text).is_none() {
                faults.push(format!("{text} is no number"));
            }
        }
        faults
    }
}

/// Out of range is an error with the limit.
pub(super) fn check_range(number: Decimal, min: Option<&str>, max: Option<&str>) -> Vec<Finding> {
    let limit = |text: Option<&str>| text.and_then(Decimal::parse);
    let finding = match (limit(min), limit(max)) {
        (Some(min), _) if number < min => Finding::error("form.number_too_small").arg("min", min),
        (_, Some(max)) if number > max => Finding::error("form.number_too_large").arg("max", max),
        _ => return Vec::new(),
    };
    vec![finding.arg("got", number)]
}

/// Limits that are no numbers or cross each other.
pub(super) fn bad_limits(min: Option<&str>, max: Option<&str>) -> Vec<String> {
    let unread = |text: &&str| Decimal::parse(text).is_none();
    if let Some(text) = min.iter().chain(&max).find(|t| unread(t)) {
        return vec![format!("{text} is no number")];
    }
    let pair = min
        .and_then(Decimal::parse)
        .zip(max.and_then(Decimal::parse));
    pair.filter(|(min, max)| min > max)
        .map(|(min, max)| format!("{min} > {max}"))
        .into_iter()
        .collect()
}
