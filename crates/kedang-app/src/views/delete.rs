//! Deletes a view of one's own.

use kedang_core::{Problem, ViewId};
use kedang_store::{Tx, saved_views};
use serde_json::json;

use crate::audit::{self, By, Deed};
use crate::{AppError, Scene};

/// Takes a view away, for its readers too.
///
/// # Errors
/// `view.not_found` when it is not the actor's own.
pub fn delete(tx: &mut Tx, scene: &Scene, id: &str) -> Result<(), AppError> {
    let before = super::open::open(tx, scene, id)?;
    let id = ViewId::trusted(before.id.clone());
    if !saved_views::delete(tx, &id, &scene.actor.staff)? {
        return Err(Problem::not_found("view.not_found").into());
    }
    let deed = Deed {
        action: "view.delete",
        object: ("view", id.as_str()),
        class: None,
        decision: "allowed",
        fields: &[],
        payload: Some(json!({ "before": before })),
    };
    let mut draw = scene.moment.draw();
    Ok(audit::record(tx, &mut draw, By::from(scene), &deed)?)
}
