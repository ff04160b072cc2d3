//! Ids of an address: what is none is not there.

use kedang_core::{AttachmentId, CustomerId, Problem};

pub(super) fn customer(text: &str) -> Result<CustomerId, Problem> {
    let id = CustomerId::parse(text).ok();
    id.ok_or_else(|| Problem::not_found("customer.not_found"))
}

pub(super) fn attachment(text: &str) -> Result<AttachmentId, Problem> {
    let id = AttachmentId::parse(text).ok();
    id.ok_or_else(|| Problem::not_found("attachment.not_found"))
}
