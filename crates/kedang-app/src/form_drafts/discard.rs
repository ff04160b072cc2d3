//! Throws a draft away; what is published stays.

use kedang_core::form_draft::FormDraft;
use kedang_store::{Tx, form_drafts};
use serde_json::json;

use super::door;
use crate::audit::{self, By, Deed};
use crate::{AppError, Scene};

/// Takes the draft away.
///
/// # Errors
/// `form_draft.forbidden`, `form_draft.not_found`, `form_draft.changed`.
pub fn discard(tx: &mut Tx, scene: &Scene, id: &str, version: i64) -> Result<FormDraft, AppError> {
    let draft = door::draft_at(tx, scene, id, version)?;
    if !form_drafts::delete(tx, &draft.id, version)? {
        return Err(door::changed(&draft).into());
    }
    let deed = Deed {
        action: "form_draft.discard",
        object: ("form_draft", draft.id.as_str()),
        class: None,
        decision: "allowed",
        fields: &["definition"],
        payload: Some(json!({ "before": { "form": draft.form, "definition": draft.definition } })),
    };
    let mut draw = scene.moment.draw();
    audit::record(tx, &mut draw, By::from(scene), &deed)?;
    Ok(draft)
}
