//! Ids of an address: what is none is not there.

use kedang_core::{ContactId, CustomerId, Problem};

pub(super) fn customer(text: &str) -> Result<CustomerId, Problem> {
    let id = CustomerId::parse(text).ok();
    id.ok_or_else(|| Problem::not_found("customer.not_found"))
}

pub(super) fn contact(text: &str) -> Result<ContactId, Problem> {
    let id = ContactId::parse(text).ok();
    id.ok_or_else(|| Problem::not_found("contact.not_found"))
}
