//! Deletes a customer: out of every list, search, count and import, into the bin.

use kedang_core::access::Action;
use kedang_core::entry::Entry;
use kedang_core::{CustomerId, Problem};
use kedang_store::{Tx, recycling};
use serde_json::json;

use crate::audit::{self, By, Deed};
use crate::{AppError, Scene, access};

/// Puts the customer into the bin. Its code stays its own.
///
/// # Errors
/// `customer.not_found`, `customer.delete_forbidden`; `customer.delete_invalid` with
/// `customer.delete_reason_missing` against `reason`.
pub fn delete(tx: &mut Tx, scene: &Scene, id: &CustomerId, reason: &str) -> Result<(), AppError> {
    let customer = access::customer(tx, scene, id, Action::Delete)?.into_inner();
    let reason = reason_of(reason)?;
    recycling::delete(
        tx,
        id,
        scene.moment.at(),
        scene.actor.staff.as_str(),
        &reason,
    )?;
    let deed = Deed {
        action: "customer.delete",
        object: ("customer", id.as_str()),
        class: Some(customer.class),
        decision: "allowed",
        fields: &["deleted_at", "delete_reason"],
        payload: Some(json!({ "before": customer, "reason": reason })),
    };
    let mut draw = scene.moment.draw();
    Ok(audit::record(tx, &mut draw, By::from(scene), &deed)?)
}

fn reason_of(typed: &str) -> Result<String, Problem> {
    let mut entry = Entry::new();
    let reason = entry.required("reason", typed, 200, "customer.delete_reason_missing");
    reason.ok_or_else(|| entry.refusal("customer.delete_invalid"))
}
