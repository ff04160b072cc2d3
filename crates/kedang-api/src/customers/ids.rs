//! Ids in addresses.

use kedang_core::{CustomerId, Problem};

/// What is no id is not there: an address that was mistyped gets the same answer.
pub(crate) fn customer(id: &str) -> Result<CustomerId, Problem> {
    let id = CustomerId::parse(id).ok();
    id.ok_or_else(|| Problem::not_found("customer.not_found"))
}
