//! `money`: an amount in 元, 万元 or 亿元, kept in 分.

use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::field_type::parse_one;
use super::number::{bad_limits, check_range};
use super::{FieldType, Parsed, Widget};
use crate::decimal::Decimal;
use crate::finding::Finding;
use crate::identifiers::narrow;
use crate::input::Input;
use crate::scope::Scope;
use crate::value::Value;
use crate::words::Lexicon;

/// An amount of money. Limits are in 元.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Money {
    /// Smallest amount; not below nought unless said (D01-13).
    pub min: String,
    /// Largest amount.
    pub max: Option<String>,
    /// Whether 元, 万元 … must be written (D02-5: a capital of '500').
    pub unit_required: bool,
    /// Whether the currency stands in a field of its own (D02-5); else the amount is 人民币.
    pub currency_apart: bool,
}

impl Default for Money {
    fn default() -> Self {
        Self {
            min: "0".to_owned(),
            max: None,
            unit_required: false,
            currency_apart: false,
        }
    }
}

/// Unit as written → its worth in 元. Longer ones first: 万元 ends in 元.
const UNITS: &[(&str, i64)] = &[
    ("亿元", 100_000_000),
    ("万元", 10_000),
    ("千元", 1_000),
    ("亿", 100_000_000),
    ("万", 10_000),
    ("元", 1),
    ("圆", 1),
];

impl Money {
    /// An amount in 元 as a clerk types it, without groups.
    pub(crate) fn typed(value: &Value) -> String {
        value.as_text().and_then(yuan).unwrap_or_default()
    }

    fn read(&self, text: &str, unit: &str) -> Result<String, Finding> {
        let refused = || Finding::error("form.money_shape").arg("got", text);
        let written = format!("{}{}", narrow(text), narrow(unit));
        let written = written.trim_start_matches(['¥', '￥']);
        let written = written
            .strip_prefix("人民币")
            .or(written.strip_prefix("RMB"))
            .unwrap_or(written);
        if ["美元", "欧元", "日元", "港元", "港币", "$", "€"]
            .iter()
            .any(|c| written.contains(c))
        {
            let code = if self.currency_apart {
                "form.money_currency_apart"
            } else {
                "form.money_currency"
            };
            return Err(Finding::error(code).arg("got", text));
        }
        let found = UNITS
            .iter()
            .find_map(|(u, worth)| Some((written.strip_suffix(u)?, *worth)));
        if found.is_none() && self.unit_required {
            return Err(Finding::error("form.money_unit_missing").arg("got", text));
        }
        let (digits, worth) = found.unwrap_or((written, 1));
        let number = Decimal::parse(digits).ok_or_else(refused)?;
        let yuan = number.times(Decimal::whole(worth)).ok_or_else(refused)?;
        let fen = yuan
            .scaled(2)
            .ok_or_else(|| Finding::error("form.money_too_fine").arg("got", text))?;
        Ok(fen.to_string())
    }
}

/// 分 as 元 with two places, without grouping, as it is typed.
pub(super) fn yuan(fen: &str) -> Option<String> {
    let fen: i64 = fen.parse().ok()?;
    let sign = if fen < 0 { "-" } else { "" };
    Some(format!(
        "{sign}{}.{:02}",
        fen.unsigned_abs() / 100,
        fen.unsigned_abs() % 100
    ))
}

/// 分 as it is read: 元 with two places, in groups of three (311,250.00).
pub(super) fn grouped(fen: &str) -> Option<String> {
    let plain = yuan(fen)?;
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", plain.as_str()),
    };
    let (whole, fraction) = digits.split_once('.')?;
    let groups: Vec<_> = whole.as_bytes().rchunks(3).rev().collect();
    let groups: Vec<_> = groups.into_iter().map(String::from_utf8_lossy).collect();
    Some(format!("{sign}{}.{fraction}", groups.join(",")))
}

impl FieldType for Money {
    fn parse(&self, input: &Input<'_>) -> Parsed {
        let unit = input.part("unit")?.unwrap_or_default();
        parse_one(input, |text| self.read(text, &unit))
    }

    fn check(&self, value: &Value, _: &Scope<'_>) -> Vec<Finding> {
        let amount = value
            .as_text()
            .and_then(yuan)
            .and_then(|y| Decimal::parse(&y));
        amount.map_or(Vec::new(), |n| {
            check_range(n, Some(&self.min), self.max.as_deref())
        })
    }

    fn text(&self, value: &Value, _: Lexicon<'_>) -> String {
        value.as_text().and_then(grouped).unwrap_or_default()
    }

    fn schema(&self) -> Json {
        json!({"type": "string", "pattern": "^-?(0|[1-9][0-9]*)$", "x-unit": "fen"})
    }

    fn widget(&self) -> Widget {
        Widget::Money
    }

    fn pairs(&self, value: &Value) -> Vec<(String, String)> {
        // Anything but whole 分 is given back with a mark that no amount contains.
        let fen = value.as_text().unwrap_or_default();
        let text = yuan(fen).unwrap_or_else(|| format!("{fen}?"));
        let mut pairs = vec![(String::new(), text)];
        if self.unit_required {
            pairs.push(("unit".to_owned(), "元".to_owned()));
        }
        pairs
    }

    fn faults(&self) -> Vec<String> {
        bad_limits(Some(&self.min), self.max.as_deref())
    }
}

#[cfg(test)]
mod tests {
    use super::{Money, grouped, yuan};

    #[test]
    fn amounts_are_read_in_groups_of_three_and_typed_back() {
        let cases = [
            ("0", "0.00"),
            ("99999", "999.99"),
            ("100000", "1,000.00"),
            ("-31125000", "-311,250.00"),
            ("2000000000", "20,000,000.00"),
            ("123456789012", "1,234,567,890.12"),
        ];
        for (fen, text) in cases {
            assert_eq!(grouped(fen).as_deref(), Some(text));
            let typed = Money::default().read(text, "元").ok();
            assert_eq!(typed.as_deref(), Some(fen), "{text} typed again");
            assert_eq!(yuan(fen), Some(text.replace(',', "")));
        }
        assert_eq!(grouped("1.5"), None);
    }
}
