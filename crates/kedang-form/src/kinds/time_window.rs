//! `time_window`: weekdays and a span of the day, such as the best time to call (D01-2).

use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::{FieldType, Parsed, Widget};
use crate::finding::Finding;
use crate::identifiers::narrow;
use crate::input::Input;
use crate::value::Value;
use crate::words::Lexicon;

/// A window in the week. `{"days":["2","4"],"from":"14:00","to":"16:30"}`, days 1 Monday to 7
/// Sunday; no days means every day.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TimeWindow {}

/// The list whose words (`[option.weekday]`) name the days.
pub(crate) const WEEKDAY_LIST: &str = "weekday";
/// Codes of the days, Monday first.
pub(crate) const WEEKDAYS: [&str; 7] = ["1", "2", "3", "4", "5", "6", "7"];

/// `9`, `9:30`, `9点半`, `0930` as `09:30`.
fn time(text: &str) -> Result<String, Finding> {
    let refused = || Finding::error("form.time_shape").arg("got", text);
    let written = narrow(text)
        .replace('：', ":")
        .replace("点半", ":30")
        .replace(['点', '时'], ":");
    let written = written.trim_end_matches(['分', ':']);
    let (hour, minute) = match written.split_once(':') {
        Some(parts) => parts,
        None if written.len() == 4 && written.is_ascii() => written.split_at(2),
        None => (written, "0"),
    };
    let read = |s: &str| {
        let digits = (1..=2).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
        if digits {
            s.parse::<u8>().ok().ok_or_else(refused)
        } else {
            Err(refused())
        }
    };
    let (hour, minute) = (read(hour)?, read(minute)?);
    let exists = (hour < 24 && minute < 60) || (hour, minute) == (24, 0);
    if exists {
        Ok(format!("{hour:02}:{minute:02}"))
    } else {
        Err(refused())
    }
}

impl FieldType for TimeWindow {
    fn parse(&self, input: &Input<'_>) -> Parsed {
        let mut days = input.at("days").many()?;
        if let Some(bad) = days.iter().find(|d| !WEEKDAYS.contains(&d.as_str())) {
            return Err(Finding::error("form.weekday_unknown").arg("got", bad));
        }
        days.sort();
        days.dedup();
        let from = input.part("from")?.map(|t| time(&t)).transpose()?;
        let to = input.part("to")?.map(|t| time(&t)).transpose()?;
        if days.is_empty() && from.is_none() && to.is_none() {
            return match input.one()? {
                Some(text) => Err(Finding::error("form.time_shape").arg("got", text)),
                None => Ok(None),
            };
        }
        match (&from, &to) {
            (Some(from), Some(to)) if to <= from => {
                return Err(Finding::error("form.window_end_before_start")
                    .arg("from", from)
                    .arg("to", to));
            }
            (Some(_), None) | (None, Some(_)) => return Err(Finding::error("form.window_open")),
            _ => {}
        }
        let days = days.into_iter().map(Value::Text).collect();
        Ok(Some(Value::record([
            ("days", Some(Value::List(days))),
            ("from", from.map(Value::Text)),
            ("to", to.map(Value::Text)),
        ])))
    }

    fn text(&self, value: &Value, words: Lexicon<'_>) -> String {
        let days = value.part("days").map_or(&[][..], Value::items);
        let days = days.iter().filter_map(Value::as_text);
        let names: Vec<&str> = days.map(|d| words.option(Some(WEEKDAY_LIST), d)).collect();
        let span = value.part_text("from").zip(value.part_text("to"));
        let span = span.map_or(String::new(), |(from, to)| format!("{from}–{to}"));
        [names.join("、"), span]
            .into_iter()
            .filter(|s| !s.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn schema(&self) -> Json {
        let time = json!({"type": "string", "pattern": "^([01][0-9]|2[0-4]):[0-5][0-9]$"});
        json!({
            "type": "object",
            "properties": {
                "days": {"type": "array", "items": {"enum": WEEKDAYS}, "uniqueItems": true},
                "from": time, "to": time,
            },
            "required": ["days"],
            "additionalProperties": false,
        })
    }

    fn widget(&self) -> Widget {
        Widget::TimeWindow
    }

    fn pairs(&self, value: &Value) -> Vec<(String, String)> {
        let days = value.part("days").map_or(&[][..], Value::items);
        let mut pairs: Vec<_> = days
            .iter()
            .filter_map(|d| Some(("days".to_owned(), d.as_text()?.to_owned())))
            .collect();
        for part in ["from", "to"] {
            pairs.extend(
                value
                    .part_text(part)
                    .map(|t| (part.to_owned(), t.to_owned())),
            );
        }
        pairs
    }
}
