//! Does one step on a draft.

use kedang_core::Problem;
use kedang_form::{Defect, Design, Edit, Fault};
use kedang_store::Tx;
use kedang_store::form_drafts::{self, Change};
use serde_json::{Value, json};

use super::defects::{label, problem, unreadable};
use super::door;
use super::names;
use super::show::{DraftView, base, show};
use super::typed::Typed;
use crate::audit::{self, By, Deed};
use crate::{AppError, Scene};

/// Does the step and keeps the result, if the form then has no defect that it had not before.
///
/// # Errors
/// `form_draft.forbidden`, `form_draft.not_found`, `form_draft.changed`; what [`Typed::check`] and
/// the form refuse; `form_draft.defective` with the defects as fields.
pub fn edit(
    tx: &mut Tx,
    scene: &Scene,
    id: &str,
    version: i64,
    typed: &Typed,
) -> Result<DraftView, AppError> {
    let draft = door::draft_at(tx, scene, id, version)?;
    let edit = typed.check()?;
    if let Edit::Title(title) = &edit {
        names::is_free(tx, scene, &draft.form, &title.chinese)?;
    }
    let base = base(tx, scene, &draft)?;
    let json = serde_json::from_str(&draft.definition);
    let json: Value = json.map_err(|e| AppError::Internal(format!("draft {}: {e}", draft.id)))?;
    let mut design = Design::read(&json).map_err(|d| unreadable(&draft.form, &d))?;
    let before = known(&design);
    if let Err(fault) = design.apply(&edit, &base) {
        return Err(refusal(&design, fault, &scene.look.language).into());
    }
    let definition = design.to_json();
    if let Err(defects) = design.compile() {
        let new: Vec<Defect> = defects
            .into_iter()
            .filter(|d| !before.contains(d))
            .collect();
        if !new.is_empty() {
            return Err(problem(&definition, &new, &scene.look.language).into());
        }
    }
    if definition == draft.definition {
        return show(tx, scene, id);
    }
    let change = Change {
        id: &draft.id,
        version,
        editor: &scene.actor.staff,
        at: scene.moment.at(),
    };
    if !form_drafts::save(tx, change, &definition)? {
        return Err(door::changed(&draft).into());
    }
    let after = json!({ "act": typed.act, "target": typed.target, "version": version + 1 });
    let deed = Deed {
        action: "form_draft.edit",
        object: ("form_draft", draft.id.as_str()),
        class: None,
        decision: "allowed",
        fields: &["definition"],
        payload: Some(json!({ "after": after })),
    };
    let mut draw = scene.moment.draw();
    audit::record(tx, &mut draw, By::from(scene), &deed)?;
    show(tx, scene, id)
}

/// The defects a draft has already.
fn known(design: &Design) -> Vec<Defect> {
    design.compile().err().unwrap_or_default()
}

/// The refusal of the form, with the labels of the fields it names: a field that was to be added
/// is among them.
fn refusal(design: &Design, fault: Fault, language: &str) -> Problem {
    let definition: Value = serde_json::from_str(&design.to_json()).unwrap_or_default();
    let said = |name: &str, value: String| match name {
        "label" | "other" => label(&definition, &[&value], language).unwrap_or(value),
        _ => value,
    };
    let args = fault.args.into_iter();
    args.fold(Problem::invalid(fault.code), |problem, (name, value)| {
        problem.with(name, said(name, value))
    })
}
