//! The six questions a field type answers.

use std::fmt;

use serde::Serialize;
use serde_json::Value as Json;

use crate::finding::Finding;
use crate::input::Input;
use crate::scope::Scope;
use crate::value::Value;
use crate::words::Lexicon;

/// A value, nothing (unanswered), or why the text is refused.
pub type Parsed = Result<Option<Value>, Finding>;

/// What the screen shows for a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Widget {
    /// One line of text.
    Line,
    /// Several lines.
    Paragraph,
    /// A number with its unit behind it.
    Number,
    /// An amount in 元.
    Money,
    /// Year, month, day, each may stay empty; solar or lunar.
    Date,
    /// Weekdays and a span of the day.
    TimeWindow,
    /// Chips of which one is chosen.
    Radio,
    /// A drop-down for long lists.
    Select,
    /// Chips of which many are ticked.
    Ticks,
    /// Steps of a scale.
    Scale,
    /// A telephone number.
    Telephone,
    /// A mail address.
    Email,
    /// A web address.
    Url,
    /// A code that is checked while typed: credit code, ID, account, postcode.
    Code,
    /// Province, city, district, detail.
    Address,
    /// A name with a link to a person.
    Person,
    /// A name with a link to a customer.
    Customer,
    /// Files.
    File,
    /// A photo with date, angle and consent.
    Photo,
    /// A place to sign.
    Signature,
    /// Shown, not asked.
    Output,
    /// Rows of a table.
    Rows,
}

/// What every field type can do. A type is the `type` of a field with its options read.
pub trait FieldType: fmt::Debug + Send + Sync {
    /// 1. What do the pairs of an HTML form say?
    fn parse(&self, input: &Input<'_>) -> Parsed;

    /// 2. Is a well-written value allowed here and now?
    fn check(&self, _value: &Value, _scope: &Scope<'_>) -> Vec<Finding> {
        Vec::new()
    }

    /// 3. What is its canonical JSON text? One rule for all: values are kept in normal form.
    fn canonical(&self, value: &Value) -> String {
        value.canonical()
    }

    /// 4. What does it read like, on paper and to the search?
    fn text(&self, value: &Value, words: Lexicon<'_>) -> String;

    /// 5. Which JSON Schema describes the canonical value?
    fn schema(&self) -> Json;

    /// 6. What does the screen show?
    fn widget(&self) -> Widget;

    /// The way back of the first question: form pairs `(part, text)` that parse to the value.
    /// Never panics, also for a value of another type (it then gives pairs that do not parse).
    fn pairs(&self, value: &Value) -> Vec<(String, String)> {
        vec![(
            String::new(),
            value.as_text().unwrap_or_default().to_owned(),
        )]
    }

    /// What is impossible about the options of this field, for the compiler.
    fn faults(&self) -> Vec<String> {
        Vec::new()
    }
}

/// Parses the one text of a field with a function of the text.
pub(super) fn parse_one(
    input: &Input<'_>,
    read: impl Fn(&str) -> Result<String, Finding>,
) -> Parsed {
    input
        .one()?
        .map(|text| read(&text).map(Value::Text))
        .transpose()
}

/// The text of a value that is one.
pub(super) fn plain(value: &Value) -> String {
    value.as_text().unwrap_or_default().to_owned()
}
