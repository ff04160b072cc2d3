//! Takes the last step back.

use kedang_core::Problem;
use kedang_store::Tx;
use kedang_store::form_drafts::{self, Change};
use serde_json::json;

use super::door;
use super::show::{DraftView, show};
use crate::audit::{self, By, Deed};
use crate::{AppError, Scene};

/// The draft as it was before the last step; one step, not two.
///
/// # Errors
/// `form_draft.forbidden`, `form_draft.not_found`, `form_draft.changed`;
/// `form_draft.nothing_done` when there is no step to take back.
pub fn take_back(
    tx: &mut Tx,
    scene: &Scene,
    id: &str,
    version: i64,
) -> Result<DraftView, AppError> {
    let draft = door::draft_at(tx, scene, id, version)?;
    if !draft.may_take_back {
        return Err(Problem::conflict("form_draft.nothing_done").into());
    }
    let change = Change {
        id: &draft.id,
        version,
        editor: &scene.actor.staff,
        at: scene.moment.at(),
    };
    if !form_drafts::take_back(tx, change)? {
        return Err(door::changed(&draft).into());
    }
    let deed = Deed {
        action: "form_draft.take_back",
        object: ("form_draft", draft.id.as_str()),
        class: None,
        decision: "allowed",
        fields: &["definition"],
        payload: Some(json!({ "after": { "version": version + 1 } })),
    };
    let mut draw = scene.moment.draw();
    audit::record(tx, &mut draw, By::from(scene), &deed)?;
    show(tx, scene, id)
}
