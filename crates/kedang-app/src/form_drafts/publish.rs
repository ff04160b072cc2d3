//! Publishes a draft: a version that never changes.

use kedang_core::Problem;
use kedang_core::form_draft::FormDraft;
use kedang_form::{Form, diff_forms};
use kedang_store::forms::{self, Published};
use kedang_store::{Tx, form_drafts};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use super::defects::problem;
use super::door;
use super::show::base;
use crate::audit::{self, By, Deed};
use crate::{AppError, Scene};

/// What was published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PublishedForm {
    /// Key of the form.
    pub form: String,
    /// The version, from 1.
    pub version: i64,
}

/// Publishes the draft as the next version of its form and takes the draft away. Cards are opened
/// with it from now on; those that are there keep their version.
///
/// # Errors
/// `form_draft.forbidden`, `form_draft.not_found`, `form_draft.changed`; `form_draft.defective`
/// with the defects as fields; `form_draft.unchanged` for a next version that says the same;
/// `form_draft.overtaken` when the form has got another version since.
pub fn publish(
    tx: &mut Tx,
    scene: &Scene,
    id: &str,
    version: i64,
) -> Result<PublishedForm, AppError> {
    let draft = door::draft_at(tx, scene, id, version)?;
    let compiled = Form::compile_json(&draft.definition);
    let form = compiled.map_err(|d| problem(&draft.definition, &d, &scene.look.language))?;
    let base = base(tx, scene, &draft)?;
    if base.meta.key == draft.form && diff_forms(&base, &form).is_empty() {
        return Err(Problem::conflict("form_draft.unchanged").into());
    }
    let published = PublishedForm {
        version: next(tx, &draft)?,
        form: draft.form.clone(),
    };
    let new = Published {
        key: draft.form.clone(),
        version: published.version,
        definition: form.to_json(),
    };
    forms::insert(tx, &new, scene.moment.at())?;
    if !form_drafts::delete(tx, &draft.id, version)? {
        return Err(door::changed(&draft).into());
    }
    let after = json!({
        "version": published.version, "from": draft.from, "from_version": draft.from_version,
    });
    let deed = Deed {
        action: "form.publish",
        object: ("form", &draft.form),
        class: None,
        decision: "allowed",
        fields: &["version"],
        payload: Some(json!({ "after": after })),
    };
    let mut draw = scene.moment.draw();
    audit::record(tx, &mut draw, By::from(scene), &deed)?;
    Ok(published)
}

/// The version the draft is to become; the definition says the same one.
fn next(tx: &mut Tx, draft: &FormDraft) -> Result<i64, AppError> {
    let newest = forms::version(tx, &draft.form)?.unwrap_or(0);
    let expected = if draft.from == draft.form {
        draft.from_version
    } else {
        0
    };
    if newest == expected {
        Ok(newest + 1)
    } else {
        Err(Problem::conflict("form_draft.overtaken")
            .with("n", newest)
            .into())
    }
}
