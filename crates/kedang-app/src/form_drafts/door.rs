//! May I: the one door to a draft.

use kedang_core::form_draft::{FormDraft, may_design};
use kedang_core::{FormDraftId, Problem};
use kedang_store::{Tx, form_drafts};

use crate::{AppError, Scene};

/// Refuses whoever does not design forms, whatever he asks for.
///
/// # Errors
/// `form_draft.forbidden`.
pub(super) fn designer(scene: &Scene) -> Result<(), Problem> {
    if may_design(&scene.actor) {
        Ok(())
    } else {
        Err(Problem::forbidden("form_draft.forbidden"))
    }
}

/// The draft with this id.
///
/// # Errors
/// `form_draft.forbidden`, `form_draft.not_found`.
pub(super) fn draft(tx: &mut Tx, scene: &Scene, id: &str) -> Result<FormDraft, AppError> {
    designer(scene)?;
    let not_found = || Problem::not_found("form_draft.not_found");
    let id = FormDraftId::parse(id).ok().ok_or_else(not_found)?;
    Ok(form_drafts::find(tx, &id)?.ok_or_else(not_found)?)
}

/// The draft, in the version that was before the editor.
///
/// # Errors
/// As [`draft`]; `form_draft.changed` when somebody else has changed it since.
pub(super) fn draft_at(
    tx: &mut Tx,
    scene: &Scene,
    id: &str,
    version: i64,
) -> Result<FormDraft, AppError> {
    let draft = draft(tx, scene, id)?;
    if draft.version == version {
        Ok(draft)
    } else {
        Err(changed(&draft).into())
    }
}

/// Somebody else was faster.
pub(super) fn changed(draft: &FormDraft) -> Problem {
    Problem::stale("form_draft.changed").with("who", draft.editor.name.as_str())
}
