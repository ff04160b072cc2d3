//! Carries a merge out.

use kedang_core::customer::{Customer, Stage, columns};
use kedang_core::{Draw, Problem};
use kedang_store::customers::{self, NameForms, Now};
use kedang_store::merges as store;
use kedang_store::undo::{NewSet, Undoable};
use kedang_store::{StoreError, Tx, co_owners};
use kedang_text as text;
use serde_json::json;

use super::plan::{Merge, Preview, preview};
use super::show::{DAYS, MergeView, show};
use super::{CO_OWNERS, KIND, MADE_NAMES, SURVIVOR, moves};
use crate::audit::{self, By, Deed};
use crate::customers::{index, step};
use crate::{AppError, Scene};

const DAY: i64 = 86_400_000_000;

/// Makes the two one, on the versions that were looked at (survivor, absorbed). What hangs on the
/// absorbed one moves; it is gone, and its id and code lead to the survivor.
///
/// # Errors
/// As for [`preview`]; `customer.changed` when either was changed since it was looked at.
pub fn merge(
    tx: &mut Tx,
    scene: &Scene,
    ask: &Merge,
    versions: (i64, i64),
) -> Result<MergeView, AppError> {
    let plan = preview(tx, scene, ask)?;
    if (plan.survivor.version, plan.absorbed.version) != versions {
        return Err(Problem::stale("customer.changed").into());
    }
    let mut draw = scene.moment.draw();
    let (id, at) = (draw.id(), scene.moment.at());
    let detail = json!({
        "survivor": plan.survivor, "absorbed": plan.absorbed, "differences": plan.differences,
        "moves": plan.moves,
    })
    .to_string();
    let set = NewSet {
        id: &id,
        kind: KIND,
        subject: &plan.survivor.id,
        other: Some(&plan.absorbed.id),
        detail: &detail,
        staff: scene.actor.staff.as_str(),
        at,
        until: at + DAYS * DAY,
    };
    tx.undoable(&set, |undo| carry_out(undo, scene, &mut draw, &plan))?;
    record(tx, scene, &mut draw, &plan, &id)?;
    show(tx, scene, &id)
}

fn carry_out(
    undo: &mut Undoable<'_, '_>,
    scene: &Scene,
    draw: &mut Draw,
    plan: &Preview,
) -> Result<(), AppError> {
    let (survivor, absorbed, at) = (&plan.survivor, &plan.absorbed, scene.moment.at());
    let staff = scene.actor.staff.as_str();
    let gone = store::absorb(
        undo.tx(),
        &absorbed.id,
        absorbed.version,
        &survivor.id,
        staff,
        at,
    )?;
    let stands = write(undo.tx(), survivor, &plan.customer, at)?;
    if !(gone && stands) {
        return Err(Problem::stale("customer.changed").into());
    }
    let before = json!(columns(survivor)).to_string();
    let after = json!(columns(&plan.customer)).to_string();
    undo.note(SURVIVOR, survivor.id.as_str(), Some(&before), &after)?;
    moves::carry(undo, &absorbed.id, &survivor.id, at)?;
    // Both names stay findable; the one that stays is no former name of itself.
    let key = text::match_name(&plan.customer.name);
    for name in [&survivor.name, &absorbed.name] {
        if text::match_name(name) != key {
            let id = draw.id();
            let former = text::match_name(name);
            customers::insert_name(undo.tx(), &id, &survivor.id, name, &former, at)?;
            undo.note(MADE_NAMES, &id, None, &json!({ "name": name }).to_string())?;
        }
    }
    if let Some(stage) = Stage::from_key(&plan.customer.stage) {
        step(undo.tx(), scene, draw, survivor, stage, None)?;
    }
    for holder in &plan.holders {
        if co_owners::add(undo.tx(), &survivor.id, &holder.id, at)? {
            let after = json!({ "customer_id": survivor.id }).to_string();
            undo.note(CO_OWNERS, &holder.id, None, &after)?;
        }
    }
    let pair = [&survivor.id, &absorbed.id];
    store::settle_pair(undo.tx(), pair, ["open", "merged"], staff, at)?;
    Ok(())
}

/// Writes what becomes of a customer over what stands; false when somebody was faster.
pub(super) fn write(
    tx: &mut Tx,
    stands: &Customer,
    becomes: &Customer,
    at: i64,
) -> Result<bool, StoreError> {
    let now = Now {
        name: NameForms {
            name: &becomes.name,
            key: &text::match_name(&becomes.name),
            sort: &text::sort_key(&becomes.name),
        },
        how_met: &becomes.how_met,
        stage: &becomes.stage,
        types: &becomes.types.join(" "),
        owner: becomes.owner.as_ref().map(|owner| owner.id.as_str()),
        department: &becomes.department.id,
        details: &becomes.details,
        at,
    };
    if becomes.class != stands.class {
        store::set_class(tx, &stands.id, becomes.class)?;
    }
    customers::update(tx, &stands.id, stands.version, &now)
}

/// One row on each of the two.
fn record(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    plan: &Preview,
    id: &str,
) -> Result<(), AppError> {
    let after = index(tx, &plan.survivor.id)?;
    let fields: Vec<&str> = plan.differences.iter().map(|d| d.field).collect();
    let parts = [(&plan.survivor, "survivor"), (&plan.absorbed, "absorbed")];
    for (one, part) in parts {
        let deed = Deed {
            action: "customer.merge",
            object: ("customer", one.id.as_str()),
            class: Some(one.class),
            decision: "allowed",
            fields: &fields,
            payload: Some(json!({
                "merge": id, "part": part, "before": one, "after": after, "moves": plan.moves,
            })),
        };
        audit::record(tx, draw, By::from(scene), &deed)?;
    }
    Ok(())
}
