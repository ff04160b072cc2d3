//! `date`: a day, month or year, civil or lunar, within the limits a rule sets.

use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::field_type::plain;
use super::{FieldType, Parsed, Widget};
use crate::date::{DateError, PartialDate};
use crate::finding::Finding;
use crate::identifiers::narrow;
use crate::input::Input;
use crate::moment::Moment;
use crate::scope::Scope;
use crate::value::Value;
use crate::words::Lexicon;

/// A date.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DateField {
    /// Not before this.
    pub earliest: Option<Moment>,
    /// Not after this (D13-4: founding not after today).
    pub latest: Option<Moment>,
    /// Year, month and day must all be known.
    pub whole: bool,
}

impl DateField {
    fn read(&self, input: &Input<'_>) -> Result<Option<PartialDate>, Finding> {
        let date = match input.one()? {
            Some(text) => PartialDate::parse(&text).map_err(|e| refusal(e, &text))?,
            None => match parts(input)? {
                Some(date) => date,
                None => return Ok(None),
            },
        };
        if self.whole && (date.year.is_none() || date.day.is_none()) {
            return Err(Finding::error("form.date_not_whole").arg("got", date));
        }
        Ok(Some(date))
    }
}

/// The three boxes 年 月 日 of the paper form, with 农历 and 闰 beside them.
fn parts(input: &Input<'_>) -> Result<Option<PartialDate>, Finding> {
    let (year, month, day) = (
        input.part("year")?,
        input.part("month")?,
        input.part("day")?,
    );
    let written = [&year, &month, &day]
        .map(|p| p.as_deref().unwrap_or("?"))
        .join("-");
    if year.is_none() && month.is_none() && day.is_none() {
        return Ok(None);
    }
    let shape = || refusal(DateError::Shape, &written);
    if year.as_ref().is_some_and(|y| y.chars().count() != 4) {
        return Err(refusal(DateError::ShortYear, &written));
    }
    let [year, month, day] = [year, month, day].map(|p| p.map(|text| narrow(&text)));
    let year = year.map(|y| y.parse().ok().ok_or_else(shape)).transpose()?;
    let month = month
        .map(|m| m.parse().ok().ok_or_else(shape))
        .transpose()?;
    let day = day.map(|d| d.parse().ok().ok_or_else(shape)).transpose()?;
    let lunar = input.part("calendar")?.as_deref() == Some("lunar");
    let leap = input.part("leap")?.is_some();
    PartialDate::new(lunar, leap, year, month, day)
        .map(Some)
        .map_err(|e| refusal(e, &written))
}

fn refusal(error: DateError, got: &str) -> Finding {
    let code = match error {
        DateError::Shape => "form.date_shape",
        DateError::ShortYear => "form.date_short_year",
        DateError::NoSuchDay => "form.date_no_such_day",
        DateError::Year => "form.date_year_range",
    };
    Finding::error(code).arg("got", got)
}

/// Findings for a date that lies certainly outside the limits.
pub(crate) fn check_limits(
    date: PartialDate,
    earliest: Option<&Moment>,
    latest: Option<&Moment>,
    scope: &Scope<'_>,
) -> Vec<Finding> {
    let Some((from, to)) = date.bounds() else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    if let Some(moment) = earliest
        && let Some((limit, _)) = moment.bounds(scope)
        && to < limit
    {
        let finding = Finding::error("form.date_too_early");
        findings.push(finding.arg("limit", limit).arg("bound", moment.name()));
    }
    if let Some(moment) = latest
        && let Some((_, limit)) = moment.bounds(scope)
        && from > limit
    {
        let finding = Finding::error("form.date_too_late");
        findings.push(finding.arg("limit", limit).arg("bound", moment.name()));
    }
    findings
}

impl FieldType for DateField {
    fn parse(&self, input: &Input<'_>) -> Parsed {
        Ok(self.read(input)?.map(|date| Value::Text(date.to_string())))
    }

    fn check(&self, value: &Value, scope: &Scope<'_>) -> Vec<Finding> {
        let date = value.as_text().and_then(|t| PartialDate::parse(t).ok());
        date.map_or(Vec::new(), |date| {
            check_limits(date, self.earliest.as_ref(), self.latest.as_ref(), scope)
        })
    }

    fn text(&self, value: &Value, _: Lexicon<'_>) -> String {
        plain(value)
    }

    fn schema(&self) -> Json {
        let civil = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|--[0-9]{2}-[0-9]{2}";
        let lunar = "L([0-9]{4}-\\+?|--)[0-9]{2}-[0-9]{2}";
        json!({"type": "string", "pattern": format!("^({civil}|{lunar})$")})
    }

    fn widget(&self) -> Widget {
        Widget::Date
    }
}
