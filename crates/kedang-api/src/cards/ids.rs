//! Ids of an address: what is none is not there.

use kedang_core::{CardId, CustomerId, Problem, RowId, StaffId};

pub(super) fn customer(text: &str) -> Result<CustomerId, Problem> {
    let id = CustomerId::parse(text).ok();
    id.ok_or_else(|| Problem::not_found("customer.not_found"))
}

pub(super) fn card(text: &str) -> Result<CardId, Problem> {
    let id = CardId::parse(text).ok();
    id.ok_or_else(|| Problem::not_found("card.not_found"))
}

pub(super) fn row(text: &str) -> Result<RowId, Problem> {
    let id = RowId::parse(text).ok();
    id.ok_or_else(|| Problem::not_found("card.row_not_found"))
}

/// The member of staff named in a body.
pub(super) fn staff(text: &str) -> Result<StaffId, Problem> {
    let wrong = || Problem::invalid("signature.invalid").field("staff", "signature.no_such_staff");
    StaffId::parse(text).ok().ok_or_else(wrong)
}
