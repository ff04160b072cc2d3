//! What was found about a row or a column, as it is kept beside it.

use kedang_core::Arg;
use serde::{Deserialize, Serialize};

use super::report::Trouble;
use crate::AppError;

/// Something about a cell, or about a whole row when `column` is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The header of the column.
    pub column: String,
    /// `noun.problem`, a key of `problems.ftl`.
    pub code: String,
    /// Arguments of the sentence.
    pub args: Vec<(String, Said)>,
    /// Whether the row does not come in because of it.
    pub fatal: bool,
    /// Where a form says it: its sentence in each of its languages, Chinese first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phrases: Vec<Phrasing>,
}

/// What a form says, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrasing {
    /// A tag: `zh-CN`, `en`.
    pub language: String,
    /// The form's own sentence; without it the code is said.
    pub own: Option<String>,
    /// A key of `findings.ftl`.
    pub code: String,
    /// Arguments of the sentence, labels among them.
    pub args: Vec<(String, String)>,
}

impl Phrasing {
    /// The one of a language, else the first.
    #[must_use]
    pub fn of<'a>(all: &'a [Self], language: &str) -> Option<&'a Self> {
        let own = all.iter().find(|one| one.language == language);
        own.or_else(|| all.first())
    }
}

/// An argument of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Said {
    /// A number.
    Number(i64),
    /// A text.
    Text(String),
}

impl Finding {
    /// A trouble as it is kept.
    pub(super) fn of(trouble: &Trouble, fatal: bool) -> Self {
        let said = |arg: &Arg| match arg {
            Arg::Text(text) => Said::Text(text.clone()),
            Arg::Number(number) => Said::Number(*number),
        };
        let args = trouble.args.iter();
        Self {
            column: trouble.column.clone(),
            code: trouble.code.to_owned(),
            args: args
                .map(|(name, arg)| ((*name).to_owned(), said(arg)))
                .collect(),
            fatal,
            phrases: trouble.phrases.clone(),
        }
    }

    /// The arguments of its sentence.
    #[must_use]
    pub fn args(&self) -> Vec<(&str, Arg)> {
        let arg = |said: &Said| match said {
            Said::Text(text) => Arg::Text(text.clone()),
            Said::Number(number) => Arg::Number(*number),
        };
        self.args
            .iter()
            .map(|(name, said)| (name.as_str(), arg(said)))
            .collect()
    }
}

/// Reads JSON that this room wrote.
pub(super) fn kept<'t, T: Deserialize<'t>>(text: &'t str) -> Result<T, AppError> {
    serde_json::from_str(text).map_err(|e| AppError::Internal(format!("an import as kept: {e}")))
}

/// Writes JSON that this room reads.
pub(super) fn keep<T: Serialize + ?Sized>(what: &T) -> Result<String, AppError> {
    serde_json::to_string(what).map_err(|e| AppError::Internal(format!("an import to keep: {e}")))
}
