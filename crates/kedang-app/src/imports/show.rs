//! Shows imports: how far they are, what their tables are, what was found about rows.

use kedang_core::access::Action;
use kedang_core::{CustomerId, Problem};
use kedang_sheet::{ContactColumn, CustomerColumn, OwnerColumn, PersonColumn};
use kedang_store::Tx;
use kedang_store::imports::{self, Import, Staged};

use super::finding::{Finding, kept};
use super::plan::Plan;
use super::run::{lapsed, may_run, plans};
use super::target::Target;
use super::undo::may_undo;
use super::views::{ColumnView, ImportView, RowView, SheetView};
use super::who::{find, for_all};
use super::wish::{Duplicates, MatchBy, Mode, Subject};
use crate::access;
use crate::{AppError, Scene};

/// The states of rows, those first that somebody has to look at.
pub const STATES: &[&str] = &[
    "refused", "doubtful", "flagged", "clean", "left", "new", "out", "in",
];

/// Imports that he may see, the latest first.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Tx, scene: &Scene) -> Result<Vec<ImportView>, AppError> {
    let own = (!for_all(scene)).then(|| scene.actor.staff.as_str());
    let found = imports::list(tx, own)?;
    found.iter().map(|import| view(scene, import)).collect()
}

/// One import with its tables.
///
/// # Errors
/// `import.not_found`.
pub fn show(tx: &mut Tx, scene: &Scene, id: &str) -> Result<ImportView, AppError> {
    let import = find(tx, scene, id)?;
    let mut view = view(scene, &import)?;
    let mut totals = imports::totals(tx, id)?;
    let rank = |state: &str| STATES.iter().position(|one| *one == state);
    totals.sort_by_key(|(state, _)| rank(state));
    view.rows = totals.iter().map(|(_, count)| count).sum();
    view.totals = totals;
    view.forms = scene.house.forms.list(tx)?;
    let mut start = 0;
    for plan in plans(tx, &scene.house.forms, id)? {
        let rows = imports::after(tx, id, start, SAMPLES)?;
        start += plan.rows;
        view.sheets.push(sheet(&plan, &rows)?);
    }
    Ok(view)
}

/// Rows that samples are taken from.
const SAMPLES: i64 = 20;

/// The rows of a state behind `seq`, at most `limit`; without a state all of them.
///
/// # Errors
/// `import.not_found`.
pub fn rows(
    tx: &mut Tx,
    scene: &Scene,
    id: &str,
    state: Option<&str>,
    seq: i64,
    limit: i64,
) -> Result<Vec<RowView>, AppError> {
    find(tx, scene, id)?;
    let rows = match state {
        Some(state) => imports::of_state(tx, id, state, seq, limit)?,
        None => imports::after(tx, id, seq, limit)?,
    };
    rows.iter().map(|row| row_view(tx, scene, row)).collect()
}

/// One row.
///
/// # Errors
/// `import.not_found`, `import.row_not_found`.
pub fn row(tx: &mut Tx, scene: &Scene, id: &str, seq: i64) -> Result<RowView, AppError> {
    find(tx, scene, id)?;
    let found = imports::row(tx, id, seq)?;
    let row = found.ok_or_else(|| Problem::not_found("import.row_not_found"))?;
    row_view(tx, scene, &row)
}

/// The fields that a column of a table can go to, by their keys.
#[must_use]
pub fn targets(subject: Subject) -> Vec<&'static str> {
    match subject {
        Subject::Customers => keys(CustomerColumn::every()),
        Subject::Persons => keys(PersonColumn::every()),
        Subject::Contacts => keys(ContactColumn::every()),
        Subject::Care => keys(OwnerColumn::every()),
        Subject::Nothing => Vec::new(),
    }
}

fn keys<C: Target>(all: Vec<C>) -> Vec<&'static str> {
    all.into_iter().map(Target::key).collect()
}

pub(super) fn row_view(tx: &mut Tx, scene: &Scene, row: &Staged) -> Result<RowView, AppError> {
    let object = row.object.clone().map(CustomerId::trusted);
    let whom = row.known.clone().or(object);
    let customer = match whom {
        Some(id) => match access::customer(tx, scene, &id, Action::Read) {
            Ok(found) => Some(found.into_inner()),
            Err(AppError::Problem(_)) => None,
            Err(other) => return Err(other),
        },
        None => None,
    };
    Ok(RowView {
        seq: row.seq,
        place: row.place,
        number: row.number,
        cells: row.cells.as_deref().map_or(Ok(Vec::new()), kept)?,
        state: row.state.clone(),
        findings: kept(&row.findings)?,
        decision: row.decision.clone(),
        outcome: row.outcome.clone(),
        compared: row.known.is_some() && row.cells.is_some() && customer.is_some(),
        customer,
    })
}

fn view(scene: &Scene, import: &Import) -> Result<ImportView, AppError> {
    let now = scene.moment.at();
    let state = match import.state.as_str() {
        "staging" => "staging",
        "staged" => "staged",
        "running" if lapsed(import, now) => "unfinished",
        "running" => "running",
        "stopped" => "stopped",
        "undoing" if lapsed(import, now) => "half_undone",
        "undoing" => "undoing",
        "undone" => "undone",
        _ => "done",
    };
    let until = import.until.filter(|_| may_undo(import, now).is_ok());
    Ok(ImportView {
        id: import.id.clone(),
        file_name: import.file_name.clone(),
        file_kind: import.file_kind.clone(),
        encoding: import.encoding.clone(),
        by: import.by.name.clone(),
        at: import.at,
        state,
        mode: Mode::from_key(&import.mode).unwrap_or_default(),
        duplicates: Duplicates::from_key(&import.duplicates).unwrap_or_default(),
        matched: MatchBy::from_key(&import.matched_by).unwrap_or_default(),
        sum: kept(&import.report)?,
        rows: 0,
        totals: Vec::new(),
        until,
        may_run: may_run(import, now),
        sheets: Vec::new(),
        forms: Vec::new(),
    })
}

fn sheet(plan: &Plan, rows: &[Staged]) -> Result<SheetView, AppError> {
    let mut samples: Vec<Vec<String>> = vec![Vec::new(); plan.headers().len()];
    for row in rows.iter().filter(|row| row.place == plan.place) {
        let cells: Vec<String> = row.cells.as_deref().map_or(Ok(Vec::new()), kept)?;
        for (cell, of) in cells.into_iter().zip(&mut samples) {
            if !cell.is_empty() && of.len() < 3 && !of.contains(&cell) {
                of.push(cell);
            }
        }
    }
    let sure = plan.sure();
    let columns = plan.headers().iter().zip(plan.targets()).zip(samples);
    let columns = columns
        .enumerate()
        .map(|(index, ((header, target), samples))| {
            let (guessed, answer_guessed) = sure.get(index).copied().unwrap_or_default();
            let fields = plan.answers().1;
            ColumnView {
                header: header.clone(),
                target,
                guessed,
                answer: fields.get(index).cloned().flatten(),
                answer_guessed,
                samples,
            }
        });
    let card = plan.card.as_ref();
    let fields = card.map(|card| card.choices()).unwrap_or_default();
    let fields = fields.into_iter();
    Ok(SheetView {
        place: plan.place,
        name: plan.name.clone(),
        subject: plan.subject(),
        header: plan.header,
        rows: plan.rows,
        columns: columns.collect(),
        form: card.map(|card| card.form.clone()),
        fields: fields
            .map(|field| (field.key.clone(), field.path.clone()))
            .collect(),
        barred: plan.bar().map(|bar| Finding::of(&bar, true)),
    })
}
