//! Corrects an entry of the log; before and after stand in the audit.

use kedang_core::access::Action;
use kedang_core::contact::{Checked, Contact};
use kedang_core::{ContactId, Problem};
use kedang_store::{Tx, contacts};
use serde_json::json;

use super::door;
use crate::audit::{self, By, Deed};
use crate::{AppError, Scene};

/// A correction.
#[derive(Debug, Clone)]
pub struct EditContact {
    /// The entry.
    pub id: ContactId,
    /// The version that was read.
    pub version: i64,
    /// What it shall say.
    pub checked: Checked,
}

/// Stores the correction.
///
/// # Errors
/// `contact.not_found`, `customer.edit_forbidden`, `contact.changed` when somebody was faster;
/// `contact.invalid` with `contact.file_unknown`.
pub fn edit(tx: &mut Tx, scene: &Scene, ask: &EditContact) -> Result<Contact, AppError> {
    let (customer, before) = door::contact(tx, scene, &ask.id, Action::Edit)?;
    door::own_files(tx, &customer.id, &ask.checked.files)?;
    let (begins, at) = (door::begins(scene, &ask.checked)?, scene.moment.at());
    if !contacts::update(tx, &ask.id, ask.version, &ask.checked, begins, at)? {
        return Err(Problem::stale("contact.changed").into());
    }
    let lost = || Problem::not_found("contact.not_found");
    let after = contacts::find(tx, &ask.id)?.ok_or_else(lost)?;
    let deed = Deed {
        action: "contact.edit",
        object: ("contact", ask.id.as_str()),
        class: Some(customer.class),
        decision: "allowed",
        fields: &[
            "channel",
            "direction",
            "happened_on",
            "person",
            "summary",
            "files",
        ],
        payload: Some(json!({ "before": before, "after": after })),
    };
    audit::record(tx, &mut scene.moment.draw(), By::from(scene), &deed)?;
    Ok(after)
}
