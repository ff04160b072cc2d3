//! Records an event that touches no field: equity, litigation, a stop of production.

use kedang_core::CustomerId;
use kedang_core::access::Action;
use kedang_core::change::{Change, ChangeKind, Proven};
use kedang_store::changes::{self, NewChange};
use kedang_store::{StoreError, Tx};
use serde_json::json;

use crate::audit::{self, By, Deed};
use crate::{AppError, Scene, access};

/// Records the event, checked by `NewChange::check_free`.
///
/// # Errors
/// `customer.not_found`, `customer.edit_forbidden`.
pub fn add(
    tx: &mut Tx,
    scene: &Scene,
    customer: &CustomerId,
    kind: ChangeKind,
    event: &Proven,
) -> Result<Change, AppError> {
    let customer = access::customer(tx, scene, customer, Action::Edit)?.into_inner();
    let mut draw = scene.moment.draw();
    let id = draw.id();
    changes::insert(
        tx,
        &NewChange {
            id: &id,
            customer: &customer.id,
            kind: kind.key(),
            nature: event.nature.key(),
            effective_on: &event.effective_on,
            proof: &event.proof,
            note: event.note.as_deref(),
            card: None,
            field: None,
            before: None,
            after: None,
            staff: scene.actor.staff.as_str(),
            at: scene.moment.at(),
        },
    )?;
    let all = changes::list(tx, &customer.id)?;
    let stored = all.into_iter().find(|change| change.id == id);
    let stored =
        stored.ok_or_else(|| StoreError::Type("a change was stored and not found".to_owned()))?;
    let deed = Deed {
        action: "change.create",
        object: ("customer", customer.id.as_str()),
        class: Some(customer.class),
        decision: "allowed",
        fields: &["kind", "effective_on", "proof", "note"],
        payload: Some(json!({ "after": stored })),
    };
    audit::record(tx, &mut draw, By::from(scene), &deed)?;
    Ok(stored)
}
