//! Begins the next version of a form of the company's own.

use kedang_core::Problem;
use kedang_core::form_draft::{FormDraft, is_own};
use kedang_form::Design;
use kedang_store::{Tx, form_drafts};

use super::copy::{begin, may_copy};
use super::defects::unreadable;
use crate::{AppError, Scene};

/// The draft of the form: the one somebody is at already, or a new one of the newest version.
///
/// # Errors
/// `form_draft.forbidden`, `form.not_found`; `form_draft.shipped` for a form that came with the
/// program.
pub fn revise(tx: &mut Tx, scene: &Scene, key: &str) -> Result<FormDraft, AppError> {
    let form = may_copy(tx, scene, key)?;
    if !is_own(key) {
        return Err(Problem::conflict("form_draft.shipped").into());
    }
    if let Some(draft) = form_drafts::of_form(tx, key)? {
        return Ok(draft);
    }
    let design = Design::next(&form).map_err(|d| unreadable(key, &d))?;
    begin(tx, scene, &form, key, &design, "form_draft.revise")
}
