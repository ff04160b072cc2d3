//! A row of customers comes in.

use kedang_core::CustomerId;
use kedang_core::access::Action;
use kedang_store::duplicates::Alike;
use kedang_store::{Tx, customers, imports, recycling};

use super::batch::Batch;
use super::bring_up::{made, update};
use super::customer_row::CustomerRow;
use super::duplicates::{Known, barred};
use super::fate::Fate;
use super::report::Trouble;
use super::wish::{Duplicates, How, Mode};
use crate::customers::Brought;
use crate::{AppError, Scene, access, duplicates};

/// A row with what the books say of it.
pub(super) type Settled<'r> = (&'r CustomerRow, &'r Brought);

/// Brings a row in, as far as the person who brings it may; whom it means is `found`.
pub(super) fn store<'a>(
    tx: &mut Tx,
    batch: &mut Batch<'a>,
    (row, brought): Settled<'a>,
    found: Known,
    how: How,
    fate: &mut Fate,
) -> Result<(), AppError> {
    let rule = how.decision.unwrap_or(how.duplicates);
    if let Some(bar) = barred(row.number, how.column, row.code.as_deref(), &found) {
        fate.report.refuse(bar);
        return Ok(());
    }
    let scene = batch.scene;
    let says = how.decision.is_none();
    match found {
        Known::Same(id) => same(tx, batch, (row, &id), how, fate),
        Known::Surely(id) if how.mode == Mode::Update => {
            fate.report.sum.skipped += 1;
            told(tx, scene, row, &id, "import.duplicate_of", fate)
        }
        Known::Maybe(Alike { id, .. }) if how.mode == Mode::Update => {
            fate.report.sum.skipped += 1;
            told(tx, scene, row, &id, "import.duplicate_maybe", fate)
        }
        Known::Surely(id) => match rule {
            _ if !sees(tx, scene, &id)? => {
                doubtful(tx, batch, (row, brought), &surely(&id), false, fate)
            }
            Duplicates::Ask | Duplicates::Skip => {
                fate.report.sum.skipped += 1;
                told(tx, scene, row, &id, "import.duplicate_of", fate)
            }
            Duplicates::Merge => merge(tx, batch, row, &id, fate),
            Duplicates::Create => doubtful(tx, batch, (row, brought), &surely(&id), says, fate),
        },
        Known::Maybe(same) => match rule {
            _ if !sees(tx, scene, &same.id)? => {
                doubtful(tx, batch, (row, brought), &same, false, fate)
            }
            Duplicates::Skip => {
                fate.report.sum.skipped += 1;
                told(tx, scene, row, &same.id, "import.duplicate_maybe", fate)
            }
            Duplicates::Merge => merge(tx, batch, row, &same.id, fate),
            Duplicates::Ask | Duplicates::Create => {
                doubtful(tx, batch, (row, brought), &same, says, fate)
            }
        },
        Known::Deleted => deleted(tx, batch, row, how, fate),
        // Said above.
        Known::Several(_) | Known::Taken => Ok(()),
        Known::New if how.mode == Mode::Update => {
            fate.report.sum.skipped += 1;
            fate.report.warn(whole(row, "import.not_there"));
            Ok(())
        }
        Known::New => create(tx, batch, (row, brought), fate).map(|_| ()),
    }
}

/// Opens the customer of a row.
fn create<'a>(
    tx: &mut Tx,
    batch: &mut Batch<'a>,
    row: Settled<'a>,
    fate: &mut Fate,
) -> Result<CustomerId, AppError> {
    let id = batch.open(tx, row)?;
    made(fate, &id, 1);
    Ok(id)
}

/// The customer with this very number.
fn same(
    tx: &mut Tx,
    batch: &mut Batch,
    (row, id): (&CustomerRow, &CustomerId),
    how: How,
    fate: &mut Fate,
) -> Result<(), AppError> {
    if how.mode == Mode::Create {
        fate.report.sum.skipped += 1;
        return told(tx, batch.scene, row, id, "import.there_already", fate);
    }
    if how.decision == Some(Duplicates::Skip) {
        fate.report.sum.skipped += 1;
        return Ok(());
    }
    let scene = batch.scene;
    if !may_edit(tx, scene, row, id, fate)? {
        return Ok(());
    }
    if update(tx, scene, &mut batch.draw, id, row, fate)? {
        fate.report.sum.updated += 1;
    } else {
        fate.report.sum.skipped += 1;
    }
    Ok(())
}

/// What the row says is added to the customer it seems to mean.
fn merge(
    tx: &mut Tx,
    batch: &mut Batch,
    row: &CustomerRow,
    id: &CustomerId,
    fate: &mut Fate,
) -> Result<(), AppError> {
    let scene = batch.scene;
    if !may_edit(tx, scene, row, id, fate)? {
        return Ok(());
    }
    told(tx, scene, row, id, "import.duplicate_merged", fate)?;
    if update(tx, scene, &mut batch.draw, id, row, fate)? {
        fate.report.sum.merged += 1;
    } else {
        fate.report.sum.skipped += 1;
    }
    Ok(())
}

/// A customer that may be one that is there: it comes in, and the stewards are asked. Whoever may
/// not see the other gets no sign of it.
fn doubtful<'a>(
    tx: &mut Tx,
    batch: &mut Batch<'a>,
    row: Settled<'a>,
    same: &Alike,
    says: bool,
    fate: &mut Fate,
) -> Result<(), AppError> {
    let made = create(tx, batch, row, fate)?;
    batch.store(tx)?;
    let (scene, pair) = (batch.scene, std::slice::from_ref(same));
    duplicates::queue(tx, scene, &mut batch.draw, &made, pair)?;
    if says {
        told(tx, scene, row.0, &same.id, "import.duplicate_maybe", fate)?;
    }
    Ok(())
}

/// A code that lies in the bin: one whose import was taken back comes out again.
fn deleted(
    tx: &mut Tx,
    batch: &mut Batch,
    row: &CustomerRow,
    how: How,
    fate: &mut Fate,
) -> Result<(), AppError> {
    let code = row.code.as_deref().unwrap_or_default();
    if let Some(id) = customers::by_code(tx, code)?
        && how.mode != Mode::Update
        && imports::withdrawn(tx, &id)?
    {
        let scene = batch.scene;
        recycling::restore(tx, &id, scene.moment.at())?;
        update(tx, scene, &mut batch.draw, &id, row, fate)?;
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
