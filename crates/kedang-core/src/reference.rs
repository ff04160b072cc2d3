//! Reference texts (参考资料): what somebody should have read beside a form, in versions (D12-1).

use serde::Serialize;
use utoipa::ToSchema;

use crate::access::{Actor, Role};
use crate::customer::Named;
use crate::entry::Entry;
use crate::instant::Instant;
use crate::problem::Problem;

/// Characters of a text at most.
const LONGEST: usize = 20_000;

/// A text to be published, as it was typed.
#[derive(Debug, Clone, Default)]
pub struct NewReference {
    /// The version that was before the writer; 0 if there was none.
    pub based_on: i64,
    /// Markdown.
    pub text: String,
}

/// What holds of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedReference {
    /// The version that was before the writer; 0 if there was none.
    pub based_on: i64,
    /// 1 to 20,000 characters, trimmed, with something to read among them.
    pub text: String,
}

/// One version, without its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Edition {
    /// The version, from 1.
    pub version: i64,
    /// Who published it; nobody where it came with the program.
    pub published_by: Option<Named>,
    /// When it was published.
    #[schema(value_type = String, format = "date-time")]
    pub published_at: Instant,
}

/// One version of the text of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Reference {
    /// The key of the form.
    pub form: String,
    /// Which version.
    #[serde(flatten)]
    pub edition: Edition,
    /// Markdown.
    pub text: String,
}

impl NewReference {
    /// Checks the text. One of marks and spaces only is empty: nobody could read anything in it.
    ///
    /// # Errors
    /// `reference.invalid`, against `text`: `reference.empty`, `entry.too_long`,
    /// `entry.control_character`.
    pub fn check(&self) -> Result<CheckedReference, Problem> {
        let mut entry = Entry::new();
        let text = entry.text("text", &self.text, LONGEST);
        let text = text.filter(|text| text.chars().any(char::is_alphanumeric));
        if text.is_none() && entry.holds() {
            entry.refuse("text", "reference.empty");
        }
        match text {
            Some(text) => Ok(CheckedReference {
                based_on: self.based_on,
                text,
            }),
            None => Err(entry.refusal("reference.invalid")),
        }
    }
}

/// Whether the actor may publish reference texts: they belong to the keepers of the forms.
#[must_use]
pub fn may_publish(actor: &Actor) -> bool {
    actor.holds(Role::Steward)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(text: &str) -> Result<String, &'static str> {
        let new = NewReference {
            based_on: 1,
            text: text.to_owned(),
        };
        let checked = new.check();
        checked
            .map(|checked| checked.text)
            .map_err(|problem| problem.fields[0].code)
    }

    #[test]
    fn a_text_has_something_to_read() {
        for empty in ["", " \r\n\t", "# ", "---\n\n* * *", "\u{3000}\n> "] {
            assert_eq!(checked(empty), Err("reference.empty"), "{empty:?}");
        }
        assert_eq!(checked("a\u{7}"), Err("entry.control_character"));
        assert_eq!(checked(&"长".repeat(20_001)), Err("entry.too_long"));
        assert_eq!(checked(" # 一\r\n\r\n二 "), Ok("# 一\n\n二".to_owned()));
        assert_eq!(checked(&"长".repeat(20_000)).map(|t| t.len()), Ok(60_000));
    }
}
