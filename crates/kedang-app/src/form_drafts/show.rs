//! A draft as it stands: the form it makes, and what is wrong with it.

use std::sync::Arc;

use kedang_core::Problem;
use kedang_core::form_draft::FormDraft;
use kedang_form::Form;
use kedang_store::Tx;

use super::defects::problem;
use super::door;
use crate::{AppError, Scene};

/// A draft with the form it makes.
#[derive(Debug, Clone)]
pub struct DraftView {
    /// The draft.
    pub draft: FormDraft,
    /// The published version it started from.
    pub base: Arc<Form>,
    /// The form as it would be.
    pub form: Arc<Form>,
    /// Why it cannot be published as it is: a newer program may be stricter than the one that
    /// published the version it started from.
    pub defects: Option<Problem>,
}

/// The draft with this id.
///
/// # Errors
/// `form_draft.forbidden`, `form_draft.not_found`.
pub fn show(tx: &mut Tx, scene: &Scene, id: &str) -> Result<DraftView, AppError> {
    let draft = door::draft(tx, scene, id)?;
    view(tx, scene, draft)
}

/// The draft with what it makes.
pub(super) fn view(tx: &mut Tx, scene: &Scene, draft: FormDraft) -> Result<DraftView, AppError> {
    let base = base(tx, scene, &draft)?;
    let (form, defects) = match Form::compile_json(&draft.definition) {
        Ok(form) => (form, None),
        Err(defects) => {
            let said = problem(&draft.definition, &defects, &scene.look.language);
            let form = Form::from_json(&draft.definition);
            let form = form.map_err(|d| super::defects::unreadable(&draft.form, &d))?;
            (form, Some(said))
        }
    };
    Ok(DraftView {
        draft,
        base,
        form: Arc::new(form),
        defects,
    })
}

/// The published version a draft started from.
pub(super) fn base(tx: &mut Tx, scene: &Scene, draft: &FormDraft) -> Result<Arc<Form>, AppError> {
    let wrong = |error| AppError::Internal(format!("draft {}: {error}", draft.id));
    let version = u32::try_from(draft.from_version).map_err(wrong)?;
    scene.house.forms.version(tx, &draft.from, version)
}
