//! Renames a view of one's own.

use kedang_core::{Problem, ViewId};
use kedang_store::{Tx, saved_views};
use serde_json::json;

use super::create::is_free;
use crate::audit::{self, By, Deed};
use crate::{AppError, Scene};

/// Gives a view a new name, checked by `View::check_name`.
///
/// # Errors
/// `view.not_found` when it is not the actor's own; `view.invalid` with `view.name_taken`.
pub fn rename(tx: &mut Tx, scene: &Scene, id: &str, name: &str) -> Result<(), AppError> {
    let staff = &scene.actor.staff;
    let not_found = || AppError::from(Problem::not_found("view.not_found"));
    let before = super::open::open(tx, scene, id)?;
    if before.owner.id != staff.as_str() {
        return Err(not_found());
    }
    if before.name == name {
        return Ok(());
    }
    is_free(tx, scene, name)?;
    let id = ViewId::trusted(before.id);
    if !saved_views::rename(tx, &id, staff, name, scene.moment.at())? {
        return Err(not_found());
    }
    let deed = Deed {
        action: "view.rename",
        object: ("view", id.as_str()),
        class: None,
        decision: "allowed",
        fields: &["name"],
        payload: Some(json!({ "before": { "name": before.name }, "after": { "name": name } })),
    };
    let mut draw = scene.moment.draw();
    Ok(audit::record(tx, &mut draw, By::from(scene), &deed)?)
}
