//! `text`: one line.

use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::field_type::{parse_one, plain};
use super::{FieldType, Parsed, Widget};
use crate::finding::{Finding, Severity};
use crate::input::Input;
use crate::scope::Scope;
use crate::value::Value;
use crate::words::Lexicon;

/// One line of text.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Text {
    /// Most characters (not bytes).
    pub max: usize,
    /// The answer must say more than 有 (D01-9: an allergy without detail).
    pub detail: bool,
}

impl Default for Text {
    fn default() -> Self {
        Self {
            max: 200,
            detail: false,
        }
    }
}

impl FieldType for Text {
    fn parse(&self, input: &Input<'_>) -> Parsed {
        parse_one(input, |text| {
            let line = text
                .split(['\n', '\t'])
                .map(str::trim)
                .filter(|s| !s.is_empty());
            within(&line.collect::<Vec<_>>().join(" "), self.max)
        })
    }

    fn check(&self, value: &Value, _: &Scope<'_>) -> Vec<Finding> {
        check_said(value, self.detail)
    }

    fn text(&self, value: &Value, _: Lexicon<'_>) -> String {
        plain(value)
    }

    fn schema(&self) -> Json {
        json!({"type": "string", "minLength": 1, "maxLength": self.max})
    }

    fn widget(&self) -> Widget {
        Widget::Line
    }
}

/// The text, if it is not too long.
pub(super) fn within(text: &str, max: usize) -> Result<String, Finding> {
    match text.chars().count() {
        length if length > max => Err(Finding::error("form.text_too_long")
            .arg("max", max)
            .arg("length", length)),
        _ => Ok(text.to_owned()),
    }
}

/// Words typed to fill a box without knowing (D03-10): they do not count as an answer.
#[must_use]
pub fn is_unknown_word(text: &str) -> bool {
    let word = text
        .trim()
        .trim_end_matches(['。', '.', '！', '!'])
        .to_lowercase();
    let dashes = !word.is_empty()
        && word
            .chars()
            .all(|c| matches!(c, '-' | '—' | '/' | '?' | '？'));
    dashes
        || matches!(
            word.as_str(),
            "不详"
                | "不祥"
                | "未知"
                | "不知"
                | "不知道"
                | "不清楚"
                | "不明"
                | "待定"
                | "待补"
                | "待填"
                | "暂无资料"
                | "略"
                | "n/a"
                | "na"
                | "unknown"
                | "tbd"
        )
}

/// A text that says nothing gets a warning; a bare 有 where detail is asked is refused.
pub(super) fn check_said(value: &Value, detail: bool) -> Vec<Finding> {
    let text = value.as_text().unwrap_or_default();
    if is_unknown_word(text) {
        return vec![Finding::new(Severity::Warning, "form.unknown_typed")];
    }
    let bare = matches!(
        text.to_lowercase().as_str(),
        "有" | "是" | "yes" | "y" | "√"
    );
    if detail && bare {
        vec![Finding::error("form.detail_missing")]
    } else {
        Vec::new()
    }
}
