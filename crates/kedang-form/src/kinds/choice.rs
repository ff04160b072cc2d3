//! `choice`: one of a list.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::field_type::{parse_one, plain};
use super::{FieldType, Parsed, Widget};
use crate::finding::Finding;
use crate::input::Input;
use crate::value::Value;
use crate::words::Lexicon;

/// One option of a list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Choice {
    /// Option codes in order.
    pub options: Vec<String>,
    /// Shared list the options come from; the words stand under its key.
    pub list: Option<String>,
    /// Options that tell nothing (未提供, 未知): chosen, they do not count as known.
    pub uncounted: Vec<String>,
}

impl FieldType for Choice {
    fn parse(&self, input: &Input<'_>) -> Parsed {
        parse_one(input, |code| known(&self.options, code))
    }

    fn text(&self, value: &Value, words: Lexicon<'_>) -> String {
        let code = plain(value);
        words.option(self.list.as_deref(), &code).to_owned()
    }

    fn schema(&self) -> Json {
        json!({"enum": self.options})
    }

    fn widget(&self) -> Widget {
        if self.options.len() > 8 {
            Widget::Select
        } else {
            Widget::Radio
        }
    }

    fn faults(&self) -> Vec<String> {
        let mut faults = option_faults(&self.options);
        faults.extend(
            self.uncounted
                .iter()
                .filter(|u| !self.options.contains(u))
                .cloned(),
        );
        faults
    }
}

/// The code, if it is among the options.
pub(super) fn known(options: &[String], code: &str) -> Result<String, Finding> {
    if options.iter().any(|o| o == code) {
        Ok(code.to_owned())
    } else {
        Err(Finding::error("form.option_unknown").arg("got", code))
    }
}

/// Doubled or badly written option codes, or none at all.
pub(super) fn option_faults(options: &[String]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    let bad = |code: &String| code.is_empty() || !code.bytes().all(plain);
    let mut faults: Vec<String> = options
        .iter()
        .filter(|o| bad(o) || !seen.insert(o.as_str()))
        .cloned()
        .collect();
    if options.is_empty() {
        faults.push("no options".to_owned());
    }
    faults
}
