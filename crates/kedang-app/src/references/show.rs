//! Reads a reference text.

use std::sync::Arc;

use kedang_core::Problem;
use kedang_core::reference::{Edition, Reference, may_publish};
use kedang_store::{Tx, references};

use crate::forms::Form;
use crate::{AppError, Scene};

/// A text with what stands round it.
#[derive(Debug, Clone)]
pub struct ReferenceView {
    /// The form on which it hangs.
    pub form: Arc<Form>,
    /// The version read.
    pub reference: Reference,
    /// All versions, newest first.
    pub editions: Vec<Edition>,
    /// Whether the reader may publish a new one.
    pub may_publish: bool,
}

/// What a writer starts from.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The form on which the text hangs.
    pub form: Arc<Form>,
    /// The newest version, if there is one.
    pub newest: Option<Reference>,
}

/// The text of a form in its newest version, or in `version`.
///
/// # Errors
/// `form.not_found`; `reference.not_found` for a form without a text and for a version that is not
/// there.
pub fn show(
    tx: &mut Tx,
    scene: &Scene,
    form: &str,
    version: Option<i64>,
) -> Result<ReferenceView, AppError> {
    let form = scene.house.forms.find(tx, form)?;
    let key = &form.meta.key;
    let found = match version {
        Some(version) => references::find(tx, key, version)?,
        None => references::newest(tx, key)?,
    };
    let reference = found.ok_or_else(|| Problem::not_found("reference.not_found"))?;
    Ok(ReferenceView {
        editions: references::editions(tx, key)?,
        may_publish: may_publish(&scene.actor),
        reference,
        form,
    })
}

/// The text to be written on.
///
/// # Errors
/// `form.not_found`, `reference.publish_forbidden`.
pub fn desk(tx: &mut Tx, scene: &Scene, form: &str) -> Result<Desk, AppError> {
    let form = scene.house.forms.find(tx, form)?;
    if !may_publish(&scene.actor) {
        return Err(Problem::forbidden("reference.publish_forbidden").into());
    }
    let newest = references::newest(tx, &form.meta.key)?;
    Ok(Desk { form, newest })
}
