//! Writes a dealing with a customer down (D02-7, D02-14).

use kedang_core::access::Action;
use kedang_core::contact::{Checked, Contact};
use kedang_core::customer::Customer;
use kedang_core::{CustomerId, Draw, Problem};
use kedang_store::Tx;
use kedang_store::contacts::{self, NewContact};
use serde_json::json;

use super::door;
use crate::audit::{self, By, Deed};
use crate::{AppError, Scene, access};

/// Stores the entry, dealt with by whoever writes it down.
///
/// # Errors
/// `customer.not_found`, `customer.edit_forbidden`; `contact.invalid` with `contact.file_unknown`.
pub fn create(
    tx: &mut Tx,
    scene: &Scene,
    customer: &CustomerId,
    checked: &Checked,
) -> Result<Contact, AppError> {
    let customer = access::customer(tx, scene, customer, Action::Edit)?.into_inner();
    store(tx, scene, &mut scene.moment.draw(), &customer, checked)
}

/// Stores an entry of a customer in whose dossier the actor may write.
pub(super) fn store(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    customer: &Customer,
    checked: &Checked,
) -> Result<Contact, AppError> {
    door::own_files(tx, &customer.id, &checked.files)?;
    let id = kedang_core::ContactId::trusted(draw.id());
    let new = NewContact {
        id: id.as_str(),
        customer: &customer.id,
        checked,
        happened_at: door::begins(scene, checked)?,
        staff: scene.actor.staff.as_str(),
        at: scene.moment.at(),
    };
    contacts::insert(tx, &new)?;
    let lost = || Problem::not_found("contact.not_found");
    let contact = contacts::find(tx, &id)?.ok_or_else(lost)?;
    let deed = Deed {
        action: "contact.create",
        object: ("contact", id.as_str()),
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
        payload: Some(json!({ "after": contact })),
    };
    audit::record(tx, draw, By::from(scene), &deed)?;
    Ok(contact)
}
