//! Publishes the shipped reference texts when the application starts.

use kedang_core::Moment;
use kedang_store::references::{self, NewEdition};
use kedang_store::{Store, Tx};
use serde_json::json;

use crate::audit::{self, By, Deed};
use crate::{AppError, Via};

/// The name under which publishing is audited.
const ACTOR: &str = "reference.publish";

/// Publishes the text of each shipped form that has none yet. Once there is one, it belongs to the
/// house: what a steward published is never overtaken by the program.
///
/// # Errors
/// What the store reports. Blocks until the store has answered.
pub(crate) fn seed(store: &Store, moment: &Moment) -> Result<(), AppError> {
    let texts = kedang_form::shipped_references();
    let missing = store.read_blocking({
        let texts = texts.clone();
        move |tx| -> Result<bool, AppError> {
            for form in texts.keys() {
                if references::version(tx, form)?.is_none() {
                    return Ok(true);
                }
            }
            Ok(false)
        }
    })?;
    if missing {
        let moment = moment.clone();
        store.write_blocking(move |tx| -> Result<(), AppError> {
            let mut draw = moment.draw();
            for (form, text) in &texts {
                insert(tx, &moment, &mut draw, form, text)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

fn insert(
    tx: &mut Tx,
    moment: &Moment,
    draw: &mut kedang_core::Draw,
    form: &str,
    text: &str,
) -> Result<(), AppError> {
    // Another process may have been faster.
    if references::version(tx, form)?.is_some() {
        return Ok(());
    }
    let edition = NewEdition {
        form,
        version: 1,
        text: text.trim(),
        by: None,
        at: moment.at(),
    };
    references::insert(tx, &edition)?;
    let by = By {
        actor: ACTOR,
        via: Via::Cli,
        request_id: ACTOR,
        at: moment.at(),
    };
    let deed = Deed {
        action: "reference.publish",
        object: ("reference", form),
        class: None,
        decision: "allowed",
        fields: &["version"],
        payload: Some(json!({ "after": { "version": edition.version } })),
    };
    Ok(audit::record(tx, draw, by, &deed)?)
}
