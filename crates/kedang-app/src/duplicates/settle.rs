//! Two customers that look alike are not the same.

use kedang_core::Problem;
use kedang_store::{Tx, duplicates};
use serde_json::json;

use super::list::doubt;
use crate::audit::{self, By, Deed};
use crate::{AppError, Scene};

/// Takes a pair out of the queue: both stay.
///
/// # Errors
/// `duplicate.not_found`, also when one of the two is hidden from the actor.
pub fn settle(tx: &mut Tx, scene: &Scene, id: &str) -> Result<(), AppError> {
    let found = duplicates::find(tx, id)?;
    let found = match found {
        Some(pair) => doubt(tx, scene, pair)?,
        None => None,
    };
    let pair = found.ok_or_else(|| Problem::not_found("duplicate.not_found"))?;
    let staff = scene.actor.staff.as_str();
    duplicates::settle(tx, &pair.id, "distinct", staff, scene.moment.at())?;
    let mut draw = scene.moment.draw();
    for one in [&pair.customer, &pair.other] {
        let deed = Deed {
            action: "duplicate.settle",
            object: ("customer", one.id.as_str()),
            class: Some(one.class),
            decision: "allowed",
            fields: &["status"],
            payload: Some(json!({ "pair": pair.id, "reasons": pair.reasons, "after": "distinct" })),
        };
        audit::record(tx, &mut draw, By::from(scene), &deed)?;
    }
    Ok(())
}
