//! Takes an entry out of the log: it was written down for the wrong customer, or twice.

use kedang_core::access::Action;
use kedang_core::contact::Contact;
use kedang_core::{ContactId, Problem};
use kedang_store::{Tx, contacts};
use serde_json::json;

use super::door;
use crate::audit::{self, By, Deed};
use crate::{AppError, Scene};

/// Removes the entry at `version` and says what it was.
///
/// # Errors
/// `contact.not_found`, `customer.edit_forbidden`, `contact.changed` when somebody was faster.
pub fn remove(
    tx: &mut Tx,
    scene: &Scene,
    id: &ContactId,
    version: i64,
) -> Result<Contact, AppError> {
    let (customer, before) = door::contact(tx, scene, id, Action::Edit)?;
    if !contacts::remove(tx, id, version, scene.moment.at())? {
        return Err(Problem::stale("contact.changed").into());
    }
    let deed = Deed {
        action: "contact.remove",
        object: ("contact", id.as_str()),
        class: Some(customer.class),
        decision: "allowed",
        fields: &[],
        payload: Some(json!({ "before": before })),
    };
    audit::record(tx, &mut scene.moment.draw(), By::from(scene), &deed)?;
    Ok(before)
}
