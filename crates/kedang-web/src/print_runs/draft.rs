//! What is to be printed, as it was typed.

use kedang_app::paper::{RunAsk, Whom};
use kedang_core::listing::Question;
use kedang_core::{CustomerId, Problem};

/// Blank copies, as the form writes it.
pub(super) const BLANK: &str = "blank";

/// The form, as it came.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    /// Who was ticked.
    pub(super) picks: Vec<CustomerId>,
    /// The question of the list otherwise, as an address has it.
    pub(super) question: String,
    /// The key of the form.
    pub(super) form: String,
    /// `filled` or `blank`.
    pub(super) what: String,
}

impl Draft {
    /// Reads the pairs; what is no id was not ticked. The list's own parameters are its question.
    pub(super) fn read(pairs: Vec<(String, String)>) -> Self {
        let mut draft = Self::default();
        let mut asked = Vec::new();
        for (name, value) in pairs {
            match name.as_str() {
                "pick" => {
                    let id = value.split('.').next().unwrap_or_default();
                    draft.picks.extend(CustomerId::parse(id).ok());
                }
                "form" => draft.form = value,
                "what" => draft.what = value,
                "question" => draft.question = value,
                // Where the ticked rows stood.
                "back" => {}
                _ => asked.push((name, value)),
            }
        }
        if draft.question.is_empty() {
            draft.question = serde_urlencoded::to_string(asked).unwrap_or_default();
        }
        draft
    }

    /// As the use case takes it.
    pub(super) fn ask(&self) -> Result<RunAsk, Problem> {
        let whom = match self.picks.is_empty() {
            true => Whom::Listed(Question::from_query(&self.question)?),
            false => Whom::Picked(self.picks.clone()),
        };
        Ok(RunAsk {
            whom,
            form: self.form.clone(),
            blank: self.what == BLANK,
        })
    }
}
