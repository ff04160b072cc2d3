//! A row becomes a customer, or brings one up to date.

use kedang_core::customer::{Customer, Details, columns};
use kedang_core::{CustomerId, Draw, Problem};
use kedang_store::Tx;
use kedang_store::customers::{self, NameForms, Now};
use kedang_text as text;
use serde_json::json;

use super::customer_row::CustomerRow;
use super::fate::{Fate, Touch};
use crate::audit::{self, By, Deed};
use crate::customers::{former, index, step};
use crate::{AppError, Scene, changes};

/// Notes a customer that was made.
pub(super) fn made(fate: &mut Fate, id: &CustomerId, version: i64) {
    fate.report.sum.created += 1;
    fate.object = Some(id.to_string());
    fate.customer = Some(id.clone());
    fate.touched.push(Touch::Made {
        customer: id.to_string(),
        version,
    });
}

/// Brings a stored customer up to the row; false when nothing differs. What the row does not
/// answer stays as it is; a name that changes stays searchable as a former one.
pub(super) fn update(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    id: &CustomerId,
    row: &CustomerRow,
    fate: &mut Fate,
) -> Result<bool, AppError> {
    let before =
        customers::find(tx, id)?.ok_or_else(|| Problem::not_found("customer.not_found"))?;
    fate.object = Some(id.to_string());
    fate.customer = Some(id.clone());
    let after = brought_up(&before, row);
    if after == before {
        return Ok(false);
    }
    write(tx, scene, &before, &after)?;
    if after.name != before.name {
        former(tx, draw, &before, scene.moment.at())?;
    }
    let moved: Vec<_> = Details::FIELDS
        .iter()
        .copied()
        .chain(["name"])
        .filter(|field| said(&before, field) != said(&after, field))
        .collect();
    let guarded = changes::guarded(&before, &moved, |field| said(&after, field));
    changes::imported(tx, scene, draw, id, &guarded)?;
    if let Some(stage) = row.stage {
        step(tx, scene, draw, &before, stage, None)?;
    }
    let after = index(tx, id)?;
    let deed = Deed {
        action: "customer.import",
        object: ("customer", id.as_str()),
        class: Some(after.class),
        decision: "allowed",
        fields: &["name", "stage", "details"],
        payload: Some(json!({ "before": before, "after": after })),
    };
    audit::record(tx, draw, By::from(scene), &deed)?;
    fate.touched.push(Touch::Changed {
        customer: id.to_string(),
        before: columns(&before),
        after: columns(&after),
    });
    Ok(true)
}

fn brought_up(before: &Customer, row: &CustomerRow) -> Customer {
    let mut after = before.clone();
    after.name.clone_from(&row.customer.name);
    if let Some(stage) = row.stage {
        stage.key().clone_into(&mut after.stage);
    }
    for field in Details::FIELDS {
        if let Some(value) = row.customer.details.get(field) {
            after.details.set(field, Some(value.to_owned()));
        }
    }
    after
}

fn said(of: &Customer, field: &str) -> Option<String> {
    match field {
        "name" => Some(of.name.clone()),
        other => of.details.get(other).map(str::to_owned),
    }
}

/// Writes what a customer becomes over what stands.
pub(super) fn write(
    tx: &mut Tx,
    scene: &Scene,
    before: &Customer,
    after: &Customer,
) -> Result<(), AppError> {
    let now = Now {
        name: NameForms {
            name: &after.name,
            key: &text::match_name(&after.name),
            sort: &text::sort_key(&after.name),
        },
        how_met: &after.how_met,
        stage: &after.stage,
        types: &after.types.join(" "),
        owner: after.owner.as_ref().map(|owner| owner.id.as_str()),
        department: &after.department.id,
        details: &after.details,
        at: scene.moment.at(),
    };
    if !customers::update(tx, &before.id, before.version, &now)? {
        return Err(Problem::stale("customer.changed").into());
    }
    Ok(())
}
