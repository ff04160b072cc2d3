//! Publishes the shipped forms when the application starts.

use kedang_core::Moment;
use kedang_form::{Form, shipped};
use kedang_store::Store;
use kedang_store::forms::{self, Published};
use serde_json::json;

use super::Forms;
use crate::audit::{self, By, Deed};
use crate::{AppError, Via};

/// The name under which publishing is audited.
const ACTOR: &str = "form.publish";

/// Compiles the shipped forms, publishes the versions that the database does not have, and returns
/// all it has. What is published stays as it is: a shipped form that changed without a new version
/// is told in the log, and the published one is used.
///
/// # Errors
/// A shipped form with defects, and what the store reports. Blocks until the store has answered.
pub(crate) fn publish(store: &Store, moment: &Moment) -> Result<Forms, AppError> {
    let mut compiled = Vec::new();
    for (key, sources) in shipped() {
        let form = Form::compile(&sources)
            .map_err(|defects| AppError::Internal(format!("form {key}: {defects:?}")))?;
        compiled.push(form);
    }
    let shipped: Vec<Published> = compiled.iter().map(published).collect();
    let known = store.read_blocking(forms::all)?;
    let new: Vec<Published> = shipped
        .iter()
        .filter(|form| !known.iter().any(|old| is_same_version(old, form)))
        .cloned()
        .collect();
    let stored = if new.is_empty() {
        known
    } else {
        let moment = moment.clone();
        store.write_blocking(move |tx| insert(tx, &moment, &new))?
    };
    let mut all = Vec::new();
    for form in stored {
        let place = shipped.iter().position(|own| is_same_version(own, &form));
        if place.is_some_and(|n| shipped[n].definition == form.definition) {
            continue;
        }
        if place.is_some() {
            tracing::warn!(form.key, form.version, "differs from the published version");
            compiled.retain(|own| !is_same_version(&published(own), &form));
        }
        let read = Form::from_json(&form.definition);
        let defects = |d| AppError::Internal(format!("form {} {}: {d:?}", form.key, form.version));
        all.push(read.map_err(defects)?);
    }
    all.append(&mut compiled);
    Ok(Forms::new(all))
}

fn insert(
    tx: &mut kedang_store::Tx,
    moment: &Moment,
    new: &[Published],
) -> Result<Vec<Published>, AppError> {
    let mut draw = moment.draw();
    let known = forms::all(tx)?;
    for form in new {
        // Another process may have been faster.
        if known.iter().any(|old| is_same_version(old, form)) {
            continue;
        }
        forms::insert(tx, form, moment.at())?;
        let by = By {
            actor: ACTOR,
            via: Via::Cli,
            request_id: ACTOR,
            at: moment.at(),
        };
        let deed = Deed {
            action: "form.publish",
            object: ("form", &form.key),
            class: None,
            decision: "allowed",
            fields: &["version"],
            payload: Some(json!({ "after": { "version": form.version } })),
        };
        audit::record(tx, &mut draw, by, &deed)?;
    }
    Ok(forms::all(tx)?)
}

fn published(form: &Form) -> Published {
    Published {
        key: form.meta.key.clone(),
        version: i64::from(form.meta.version),
        definition: form.to_json(),
    }
}

fn is_same_version(a: &Published, b: &Published) -> bool {
    a.key == b.key && a.version == b.version
}
