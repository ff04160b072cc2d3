//! A row of customers comes in.

use kedang_core::access::Action;
use kedang_core::customer::{Customer, Details, Stage, columns};
use kedang_core::{CustomerId, Draw, Problem};
use kedang_store::customers::{self, NameForms, Now};
use kedang_store::duplicates::Alike;
use kedang_store::{Tx, imports, recycling};
use kedang_text as text;
use serde_json::json;

use super::books;
use super::customer_row::CustomerRow;
use super::duplicates::{Known, known};
use super::fate::{Fate, Touch};
use super::report::Trouble;
use super::scene;
use super::wish::{Duplicates, How, Mode};
use crate::audit::{self, By, Deed};
use crate::customers::{Brought, Opening, former, index, open_brought, step};
use crate::{AppError, Scene, access, changes, duplicates};

/// Stores a row, as far as the person who brings it in may.
pub(super) fn store(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    row: &CustomerRow,
    how: How,
    fate: &mut Fate,
) -> Result<(), AppError> {
    let rule = how.decision.unwrap_or(how.duplicates);
    let (row, brought) = &books::settled(tx, scene, row, &mut fate.report)?;
    match known(tx, row)? {
        Known::Same(id) => same(tx, scene, draw, (row, &id), how, fate),
        Known::Surely(id) | Known::Maybe(Alike { id, .. }) if how.mode == Mode::Update => {
            told(tx, scene, row, &id, "import.duplicate_maybe", fate)?;
            fate.report.skipped += 1;
            Ok(())
        }
        Known::Surely(id) => match rule {
            _ if !sees(tx, scene, &id)? => {
                doubtful(tx, scene, draw, (row, brought, &surely(&id)), false, fate)
            }
            Duplicates::Ask | Duplicates::Skip => {
                fate.report.skipped += 1;
                told(tx, scene, row, &id, "import.duplicate_of", fate)
            }
            Duplicates::Merge => merge(tx, scene, draw, row, &id, fate),
            Duplicates::Create => doubtful(
                tx,
                scene,
                draw,
                (row, brought, &surely(&id)),
                how.decision.is_none(),
                fate,
            ),
        },
        Known::Maybe(same) => match rule {
            _ if !sees(tx, scene, &same.id)? => {
                doubtful(tx, scene, draw, (row, brought, &same), false, fate)
            }
            Duplicates::Skip => {
                fate.report.skipped += 1;
                told(tx, scene, row, &same.id, "import.duplicate_maybe", fate)
            }
            Duplicates::Merge => merge(tx, scene, draw, row, &same.id, fate),
            Duplicates::Ask | Duplicates::Create => doubtful(
                tx,
                scene,
                draw,
                (row, brought, &same),
                how.decision.is_none(),
                fate,
            ),
        },
        Known::Deleted => deleted(tx, scene, draw, row, how, fate),
        Known::New if how.mode == Mode::Update => {
            fate.report.skipped += 1;
            fate.report.warn(whole(row, "import.not_there"));
            Ok(())
        }
        Known::New => create(tx, scene, draw, (row, brought), fate).map(|_| ()),
    }
}

/// The customer with this very number.
fn same(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    (row, id): (&CustomerRow, &CustomerId),
    how: How,
    fate: &mut Fate,
) -> Result<(), AppError> {
    if how.mode == Mode::Create {
        fate.report.skipped += 1;
        return told(tx, scene, row, id, "import.there_already", fate);
    }
    if how.decision == Some(Duplicates::Skip) {
        fate.report.skipped += 1;
        return Ok(());
    }
    if !may_edit(tx, scene, row, id, fate)? {
        return Ok(());
    }
    if update(tx, scene, draw, id, row, fate)? {
        fate.report.updated += 1;
    } else {
        fate.report.skipped += 1;
    }
    Ok(())
}

/// What the row says is added to the customer it seems to mean.
fn merge(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    row: &CustomerRow,
    id: &CustomerId,
    fate: &mut Fate,
) -> Result<(), AppError> {
    if !may_edit(tx, scene, row, id, fate)? {
        return Ok(());
    }
    told(tx, scene, row, id, "import.duplicate_merged", fate)?;
    if update(tx, scene, draw, id, row, fate)? {
        fate.report.merged += 1;
    } else {
        fate.report.skipped += 1;
    }
    Ok(())
}

/// A customer that may be one that is there: it comes in, and the stewards are asked. Whoever may
/// not see the other gets no sign of it.
fn doubtful(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    (row, brought, same): (&CustomerRow, &Brought, &Alike),
    says: bool,
    fate: &mut Fate,
) -> Result<(), AppError> {
    let made = create(tx, scene, draw, (row, brought), fate)?;
    let pair = std::slice::from_ref(same);
    duplicates::queue(tx, scene, draw, &made.id, pair)?;
    if says {
        told(tx, scene, row, &same.id, "import.duplicate_maybe", fate)?;
    }
    Ok(())
}

/// A code that lies in the bin: one whose import was taken back comes out again.
fn deleted(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    row: &CustomerRow,
    how: How,
    fate: &mut Fate,
) -> Result<(), AppError> {
    let code = row.code.as_deref().unwrap_or_default();
    if let Some(id) = customers::by_code(tx, code)?
        && how.mode != Mode::Update
        && imports::withdrawn(tx, &id)?
    {
        recycling::restore(tx, &id, scene.moment.at())?;
        update(tx, scene, draw, &id, row, fate)?;
        fate.touched.clear();
        let stands = customers::find(tx, &id)?;
        made(fate, &id, stands.map_or(1, |customer| customer.version));
        return Ok(());
    }
    let mut trouble = whole(row, "import.code_deleted");
    trouble.args.push(("code", code.into()));
    fate.report.refuse(trouble);
    Ok(())
}

/// One that is surely the same, as a pair for the stewards.
fn surely(id: &CustomerId) -> Alike {
    Alike {
        id: id.clone(),
        reasons: vec!["name", "phone"],
    }
}

fn create(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    (row, brought): (&CustomerRow, &Brought),
    fate: &mut Fate,
) -> Result<Customer, AppError> {
    let opening = Opening {
        code: row.code.as_deref(),
        stage: row.stage.unwrap_or(Stage::Proposed),
        owned: scene::owns(&scene.actor),
        action: "customer.import",
    };
    let opened = open_brought(tx, scene, draw, &row.customer, &opening, brought)?;
    made(fate, &opened.id, opened.version);
    Ok(opened)
}

fn made(fate: &mut Fate, id: &CustomerId, version: i64) {
    fate.report.created += 1;
    fate.object = Some(id.to_string());
    fate.touched.push(Touch::Made {
        customer: id.to_string(),
        version,
    });
}

/// Brings a stored customer up to the row; false when nothing differs. What the row does not
/// answer stays as it is; a name that changes stays searchable as a former one.
fn update(
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

fn sees(tx: &mut Tx, scene: &Scene, id: &CustomerId) -> Result<bool, AppError> {
    may(access::customer(tx, scene, id, Action::Read).map(|_| ()))
}

/// Refuses the row of a customer that he may not edit. That its code is taken cannot be kept from
/// him: no two customers have the same.
fn may_edit(
    tx: &mut Tx,
    scene: &Scene,
    row: &CustomerRow,
    id: &CustomerId,
    fate: &mut Fate,
) -> Result<bool, AppError> {
    let may = may(access::customer(tx, scene, id, Action::Edit).map(|_| ()))?;
    if !may {
        fate.report.refuse(whole(row, "import.edit_forbidden"));
    }
    Ok(may)
}

fn may(asked: Result<(), AppError>) -> Result<bool, AppError> {
    match asked {
        Ok(()) => Ok(true),
        Err(AppError::Problem(_)) => Ok(false),
        Err(other) => Err(other),
    }
}

fn whole(row: &CustomerRow, code: &'static str) -> Trouble {
    Trouble {
        row: row.number,
        column: String::new(),
        code,
        args: Vec::new(),
        ..Trouble::default()
    }
}

/// Says which customer a row seems to mean, to whoever may know.
fn told(
    tx: &mut Tx,
    scene: &Scene,
    row: &CustomerRow,
    id: &CustomerId,
    code: &'static str,
    fate: &mut Fate,
) -> Result<(), AppError> {
    if !sees(tx, scene, id)? {
        return Ok(());
    }
    let known = customers::find(tx, id)?.map_or(String::new(), |known| known.code);
    let mut trouble = whole(row, code);
    trouble.args.push(("code", known.into()));
    fate.object.get_or_insert_with(|| id.to_string());
    // A row that is left out is no row with a warning.
    if code == "import.duplicate_of" {
        fate.report.problems.push(trouble);
    } else {
        fate.report.warn(trouble);
    }
    Ok(())
}
