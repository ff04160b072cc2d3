//! A saved view: a question under a name, private or shared.

use serde::Serialize;
use utoipa::ToSchema;

use super::Question;
use crate::access::{Actor, Role};
use crate::customer::Named;
use crate::entry::Entry;
use crate::instant::Instant;
use crate::problem::Problem;

/// Characters of a name at most.
const LONGEST: usize = 40;
/// Who may show a view to all.
const SHARERS: [Role; 3] = [Role::Steward, Role::Gm, Role::Head];

/// What was typed, as it came.
#[derive(Debug, Clone, Default)]
pub struct NewView {
    /// The name.
    pub name: String,
    /// Whether all may use it.
    pub shared: bool,
    /// The question as a query.
    pub query: String,
}

/// What holds of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedView {
    /// 1 to 40 characters, trimmed.
    pub name: String,
    /// Whether all may use it.
    pub shared: bool,
    /// The question.
    pub question: Question,
}

impl NewView {
    /// Checks name and question.
    ///
    /// # Errors
    /// `view.invalid`, against `name` or `query`.
    pub fn check(&self) -> Result<CheckedView, Problem> {
        let mut entry = Entry::new();
        let name = entry.required("name", &self.name, LONGEST, "view.name_missing");
        let question = Question::from_query(&self.query);
        if question.is_err() {
            entry.refuse("query", "view.query_wrong");
        }
        match (name, question) {
            (Some(name), Ok(question)) if entry.holds() => Ok(CheckedView {
                name,
                shared: self.shared,
                question,
            }),
            _ => Err(entry.refusal("view.invalid")),
        }
    }
}

impl View {
    /// Checks a new name.
    ///
    /// # Errors
    /// `view.invalid`, against `name`.
    pub fn check_name(name: &str) -> Result<String, Problem> {
        let mut entry = Entry::new();
        let name = entry.required("name", name, LONGEST, "view.name_missing");
        name.ok_or_else(|| entry.refusal("view.invalid"))
    }
}

/// Whether the actor may show views to all.
#[must_use]
pub fn may_share(actor: &Actor) -> bool {
    SHARERS.iter().any(|role| actor.holds(*role))
}

/// A saved view as its reader sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct View {
    /// The id, a `UUIDv7`.
    #[schema(format = "uuid")]
    pub id: String,
    /// The name.
    pub name: String,
    /// Whether all may use it.
    pub shared: bool,
    /// Who made it.
    pub owner: Named,
    /// The question, a query for `GET /customers`; `me` in it is whoever asks.
    pub query: String,
    /// When it was made.
    #[schema(value_type = String, format = "date-time")]
    pub created_at: Instant,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_has_a_name_and_a_question() {
        let long = "长".repeat(41);
        for (name, query, field, code) in [
            (" ", "", "name", "view.name_missing"),
            (long.as_str(), "", "name", "entry.too_long"),
            ("A 级", "stage=gone", "query", "view.query_wrong"),
            ("A 级", "wat=1", "query", "view.query_wrong"),
        ] {
            let new = NewView {
                name: name.to_owned(),
                shared: false,
                query: query.to_owned(),
            };
            let problem = new.check().expect_err(name);
            let got: Vec<_> = problem
                .fields
                .iter()
                .map(|f| (f.field.as_str(), f.code))
                .collect();
            assert_eq!(got, [(field, code)]);
        }
        let new = NewView {
            name: " A 级 ".to_owned(),
            shared: true,
            query: "grade=A".to_owned(),
        };
        let held = new.check().expect("holds");
        assert_eq!(
            (held.name.as_str(), held.question.to_query().as_str()),
            ("A 级", "grade=A")
        );
    }
}
