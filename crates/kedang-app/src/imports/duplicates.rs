//! Whether a row is a customer that is there already.

use kedang_core::CustomerId;
use kedang_store::recycling::{self, Fate};
use kedang_store::{Tx, customers};
use kedang_text::match_name;

use super::customer_row::CustomerRow;
use crate::AppError;

/// What is known of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Known {
    /// The same code or 统一社会信用代码: this very customer.
    Same(CustomerId),
    /// The same name and telephone number: surely the same.
    Surely(CustomerId),
    /// The same name alone.
    Maybe(CustomerId),
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
    let uscc = row.customer.details.uscc.as_deref();
    let by_uscc = uscc.map(|uscc| customers::by_uscc(tx, uscc)).transpose()?;
    if let Some(id) = by_uscc.flatten() {
        return Ok(Known::Same(id));
    }
    let alike = customers::by_name_key(tx, &match_name(&row.customer.name))?;
    let details = &row.customer.details;
    let ours = [&details.mobile, &details.phone];
    let shares = |number: &Option<String>| number.is_some() && ours.contains(&number);
    let surely = alike
        .iter()
        .find(|namesake| namesake.numbers.iter().any(shares));
    Ok(match (surely, alike.first()) {
        (Some(same), _) => Known::Surely(same.id.clone()),
        (None, Some(other)) => Known::Maybe(other.id.clone()),
        (None, None) => Known::New,
    })
}
