//! Which fields may not change without an event.

use kedang_core::Problem;
use kedang_core::change::{ChangeKind, NewChange, Proven};
use kedang_core::customer::Customer;
use kedang_core::problem::FieldProblem;

/// A guarded field that says something else than before.
#[derive(Debug, Clone)]
pub(crate) struct Guarded {
    /// The card whose answer it is.
    pub(crate) card: Option<String>,
    /// Its name.
    pub(crate) field: String,
    /// What kind of event it asks for.
    pub(crate) kind: ChangeKind,
    /// What it said; `None` for what must not be repeated.
    pub(crate) before: Option<String>,
    /// What it says.
    pub(crate) after: Option<String>,
}

/// The guarded fields among those that differ. What was never answered is filled in freely.
pub(crate) fn guarded(
    before: &Customer,
    differing: &[&str],
    after: impl Fn(&str) -> Option<String>,
) -> Vec<Guarded> {
    let said = |field: &str| match field {
        "name" => Some(before.name.clone()),
        other => before.details.get(other).map(str::to_owned),
    };
    let one = |field: &&str| {
        Some(Guarded {
            card: None,
            kind: ChangeKind::guarding(field)?,
            before: Some(said(field)?),
            after: after(field),
            field: (*field).to_owned(),
        })
    };
    differing.iter().filter_map(one).collect()
}

/// The change that explains these fields; `None` when there is nothing to explain.
///
/// # Errors
/// `customer.edit_invalid` with `customer.change_missing` against each field when no change came
/// with them; `change.invalid`.
pub(crate) fn proven(
    fields: &[Guarded],
    change: Option<&NewChange>,
    today: &str,
) -> Result<Option<Proven>, Problem> {
    if fields.is_empty() {
        return Ok(None);
    }
    match change.filter(|change| !change.is_blank()) {
        Some(change) => change.check(today).map(Some),
        None => {
            let mut problem = Problem::invalid("customer.edit_invalid");
            problem.fields = fields.iter().map(missing).collect();
            Err(problem)
        }
    }
}

fn missing(field: &Guarded) -> FieldProblem {
    FieldProblem {
        field: field.field.clone(),
        code: "customer.change_missing",
        args: vec![("field", field.field.as_str().into())],
    }
}
