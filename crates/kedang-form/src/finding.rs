//! What a reading or a check has to say about one answer: code and arguments, no prose.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// Arguments of a finding, by name.
pub type Args = BTreeMap<String, String>;

/// How much a finding weighs.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The card cannot be saved as a revision (a draft can).
    Error,
    /// Saved, but someone should look again.
    Warning,
    /// Saved, but not ready to be filed.
    Incomplete,
}

/// One thing to tell about one field.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Finding {
    /// Error, warning or incomplete.
    pub severity: Severity,
    /// Field key, or `repeat.row.column`; empty for the card as a whole.
    pub field: String,
    /// Stable code, `form.noun_problem`; the edges have the words.
    pub code: Cow<'static, str>,
    /// Facts for the words: limits, what was got, keys of other fields.
    pub args: Args,
}

impl Finding {
    /// A finding that stops saving.
    #[must_use]
    pub fn error(code: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Severity::Error, code)
    }

    /// A finding of any weight.
    #[must_use]
    pub fn new(severity: Severity, code: impl Into<Cow<'static, str>>) -> Self {
        Self {
            severity,
            field: String::new(),
            code: code.into(),
            args: Args::new(),
        }
    }

    /// With one more argument.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "callers hand over what they have"
    )]
    pub fn arg(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }

    /// Moved under a field or row: the path so far becomes the tail.
    #[must_use]
    pub fn under(mut self, key: &str) -> Self {
        self.field = match self.field.as_str() {
            "" => key.to_owned(),
            tail => format!("{key}.{tail}"),
        };
        self
    }
}

/// Whether anything among the findings stops saving.
#[must_use]
pub fn has_errors(findings: &[Finding]) -> bool {
    findings.iter().any(|f| f.severity == Severity::Error)
}
