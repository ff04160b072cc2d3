//! What a use case can answer besides its result.

use std::sync::Arc;

use kedang_core::Problem;
use kedang_store::StoreError;

use crate::forms::{Finding, Form};

/// Why what was filled in is refused.
#[derive(Debug)]
pub struct Findings {
    /// What was not done, as a code.
    pub whole: &'static str,
    /// The form that was filled in.
    pub form: Arc<Form>,
    /// At least one error; warnings and what is missing may stand beside it.
    pub findings: Vec<Finding>,
}

impl Findings {
    /// That a card or a row was not saved or signed.
    pub(crate) fn unsaved(form: Arc<Form>, findings: Vec<Finding>) -> AppError {
        Self::refused("card.invalid", form, findings)
    }

    /// That something was not done with a card.
    pub(crate) fn refused(
        whole: &'static str,
        form: Arc<Form>,
        findings: Vec<Finding>,
    ) -> AppError {
        AppError::Findings(Box::new(Self {
            whole,
            form,
            findings,
        }))
    }

    /// Fields and codes, without arguments: those can hold what was typed.
    fn codes(&self) -> String {
        let code = |f: &Finding| format!("{}={}", f.field, f.code);
        let codes: Vec<String> = self.findings.iter().map(code).collect();
        codes.join(" ")
    }
}

/// A refusal with a sentence, or a failure of the machinery.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// Somebody asked for what cannot be; the faces put it into words.
    #[error("{0}")]
    Problem(#[from] Problem),
    /// A card or a row was filled in with errors, told by field; the form has labels and some of
    /// the sentences.
    #[error("{}", .0.codes())]
    Findings(Box<Findings>),
    /// The database failed or is busy.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Something that should not happen; logged at the edge, never shown.
    #[error("{0}")]
    Internal(String),
}

impl AppError {
    /// True when the same request may succeed in a moment: busy, timed out, not available.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        matches!(
            self,
            Self::Store(StoreError::Busy | StoreError::TimedOut | StoreError::Unavailable(_))
        )
    }
}
