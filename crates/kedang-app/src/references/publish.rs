//! Publishes a new version of a reference text.

use kedang_core::Problem;
use kedang_core::reference::{CheckedReference, Reference};
use kedang_store::references::{self, NewEdition};
use kedang_store::{StoreError, Tx};
use serde_json::json;

use super::show::{Desk, desk};
use crate::audit::{self, By, Deed};
use crate::{AppError, Scene};

/// Stores the text as the next version. A text that says the same as the newest one makes none.
///
/// # Errors
/// `form.not_found`, `reference.publish_forbidden`, `reference.changed` when somebody else has
/// published since.
pub fn publish(
    tx: &mut Tx,
    scene: &Scene,
    form: &str,
    new: &CheckedReference,
) -> Result<Reference, AppError> {
    let Desk { form, newest } = desk(tx, scene, form)?;
    let key = &form.meta.key;
    let held = newest.as_ref().map_or(0, |held| held.edition.version);
    if held != new.based_on {
        return Err(Problem::stale("reference.changed").into());
    }
    if let Some(held) = newest.filter(|held| held.text == new.text) {
        return Ok(held);
    }
    let mut draw = scene.moment.draw();
    let edition = NewEdition {
        form: key,
        version: held + 1,
        text: &new.text,
        by: Some(&scene.actor.staff),
        at: scene.moment.at(),
    };
    references::insert(tx, &edition)?;
    let deed = Deed {
        action: "reference.publish",
        object: ("reference", key),
        class: None,
        decision: "allowed",
        fields: &["text"],
        payload: Some(json!({ "after": { "version": edition.version, "text": new.text } })),
    };
    audit::record(tx, &mut draw, By::from(scene), &deed)?;
    let stored = references::find(tx, key, edition.version)?;
    stored.ok_or_else(|| StoreError::Type("a reference was stored and not found".to_owned()).into())
}
