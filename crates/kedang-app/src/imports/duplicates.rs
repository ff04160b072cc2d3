//! Whether a row is a customer that is there already.

use kedang_core::CustomerId;
use kedang_store::duplicates::Alike;
use kedang_store::recycling::{self, Fate};
use kedang_store::{Tx, customers};
use kedang_text::match_name;

use super::customer_row::CustomerRow;
use crate::{AppError, duplicates};

/// What is known of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Known {
    /// The same code, or the same 统一社会信用代码 in a row without one: this very customer.
    Same(CustomerId),
    /// The same name, and telephone number or 统一社会信用代码: surely the same.
    Surely(CustomerId),
    /// The same name alone, or another mark and another name: somebody has to look.
    Maybe(Alike),
    /// Its code is that of a customer in the recycle bin.
    Deleted,
    /// Nobody like it.
    New,
}

/// Looks for the customer that a row means.
pub(super) fn known(tx: &mut Tx, row: &CustomerRow) -> Result<Known, AppError> {
    let by_code = row
        .code
        .as_deref()
        .map(|code| customers::by_code(tx, code))
        .transpose()?;
    if let Some(id) = by_code.flatten() {
        return Ok(match recycling::fate(tx, &id)? {
            Some(Fate::Deleted) => Known::Deleted,
            // An old list would overwrite what was chosen when the two became one.
            Some(Fate::Merged(survivor)) => Known::Surely(survivor),
            Some(Fate::Lives) | None => Known::Same(id),
        });
    }
    let details = &row.customer.details;
    // A row with a number of its own is another entry of the books; only one without takes over.
    let uscc = details.uscc.as_deref().filter(|_| row.code.is_none());
    let by_uscc = uscc.map(|uscc| customers::by_uscc(tx, uscc)).transpose()?;
    if let Some(id) = by_uscc.flatten() {
        return Ok(Known::Same(id));
    }
    let alike = duplicates::alike(tx, &row.customer.name, details)?;
    if let Some(same) = alike.iter().find(|one| is_sure(one)) {
        return Ok(Known::Surely(same.id.clone()));
    }
    let (more, names): (Vec<_>, Vec<_>) = alike
        .into_iter()
        .partition(|one| one.reasons.as_slice() != ["name"]);
    if let Some(same) = more.into_iter().next() {
        return Ok(Known::Maybe(same));
    }
    if names.is_empty() {
        return Ok(Known::New);
    }
    let namesakes = customers::by_name_key(tx, &match_name(&row.customer.name))?;
    let other = namesakes
        .iter()
        .find(|one| !are_two(one.birth.as_deref(), details.birth.as_deref()));
    let same = names
        .into_iter()
        .find(|one| other.is_some_and(|other| other.id == one.id));
    Ok(same.map_or(Known::New, Known::Maybe))
}

/// The same name, and a number that is given once.
fn is_sure(one: &Alike) -> bool {
    let has = |reason: &str| one.reasons.contains(&reason);
    has("name") && (has("phone") || has("uscc"))
}

/// Namesakes that were born on two days.
fn are_two(one: Option<&str>, other: Option<&str>) -> bool {
    let whole = |birth: Option<&str>| birth.is_some_and(duplicates::is_whole);
    whole(one) && whole(other) && one != other
}
