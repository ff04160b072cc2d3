//! Copies a form: the shipped ones stay as they are, a copy is the company's own.

use kedang_core::FormDraftId;
use kedang_core::entry::Entry;
use kedang_core::form_draft::{FormDraft, own_key};
use kedang_form::{Design, Form};
use kedang_store::form_drafts::{self, NewFormDraft};
use kedang_store::{StoreError, Tx};
use serde_json::json;
use std::sync::Arc;

use super::defects::unreadable;
use super::door::designer;
use super::names;
use super::words::word;
use crate::audit::{self, By, Deed};
use crate::{AppError, Scene};

/// A copy to be made, as it was typed.
#[derive(Debug, Clone, Default)]
pub struct NewCopy {
    /// Key of the form that is copied.
    pub from: String,
    /// The short name, which becomes the key `own-…`.
    pub short: String,
    /// The name in Chinese.
    pub label: String,
    /// The name in English.
    pub label_en: String,
}

/// The form, if the actor may copy it.
///
/// # Errors
/// `form_draft.forbidden`, `form.not_found`.
pub fn may_copy(tx: &mut Tx, scene: &Scene, key: &str) -> Result<Arc<Form>, AppError> {
    designer(scene)?;
    scene.house.forms.find(tx, key)
}

/// Makes a draft of a copy of the newest version.
///
/// # Errors
/// As [`may_copy`]; `form_draft.invalid` against `short` (`form_draft.short_wrong`,
/// `form_draft.short_taken`) and `label`.
pub fn copy(tx: &mut Tx, scene: &Scene, new: &NewCopy) -> Result<FormDraft, AppError> {
    let form = may_copy(tx, scene, &new.from)?;
    let mut entry = Entry::new();
    let key = own_key(new.short.trim());
    if key.is_none() {
        entry.refuse("short", "form_draft.short_wrong");
    }
    let title = word(&mut entry, "label", &new.label, &new.label_en);
    if let Some(key) = &key
        && is_taken(tx, key)?
    {
        entry.refuse("short", "form_draft.short_taken");
    }
    let Some(key) = key.filter(|_| entry.holds()) else {
        return Err(entry.refusal("form_draft.invalid").into());
    };
    names::is_free(tx, scene, &key, &title.chinese)?;
    let design = Design::copy(&form, &key, &title).map_err(|d| unreadable(&key, &d))?;
    begin(tx, scene, &form, &key, &design, "form_draft.copy")
}

fn is_taken(tx: &mut Tx, key: &str) -> Result<bool, StoreError> {
    let published = kedang_store::forms::version(tx, key)?;
    Ok(published.is_some() || form_drafts::of_form(tx, key)?.is_some())
}

/// Stores a new draft of the form `key`.
pub(super) fn begin(
    tx: &mut Tx,
    scene: &Scene,
    from: &Form,
    key: &str,
    design: &Design,
    action: &'static str,
) -> Result<FormDraft, AppError> {
    let mut draw = scene.moment.draw();
    let id = FormDraftId::trusted(draw.id());
    let new = NewFormDraft {
        id: &id,
        form: key,
        from: (&from.meta.key, i64::from(from.meta.version)),
        definition: &design.to_json(),
        author: &scene.actor.staff,
        at: scene.moment.at(),
    };
    form_drafts::insert(tx, &new)?;
    let after = json!({ "form": key, "from": new.from.0, "version": new.from.1 });
    let deed = Deed {
        action,
        object: ("form_draft", id.as_str()),
        class: None,
        decision: "allowed",
        fields: &["form"],
        payload: Some(json!({ "after": after })),
    };
    audit::record(tx, &mut draw, By::from(scene), &deed)?;
    let stored = form_drafts::find(tx, &id)?;
    stored.ok_or_else(|| StoreError::Type("a draft was stored and not found".to_owned()).into())
}
