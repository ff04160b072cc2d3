//! A row of an append-only repeat (护理记录) comes in: it is added to the card of a customer that is
//! there.

use jiff::civil::Date;
use kedang_core::{CardId, Draw, Problem};
use kedang_form::{Answer, Answers, Context, Field, Finding, Kind, Row, Severity, Value};
use kedang_store::{Tx, imports};

use super::answers::{self, CardPlan, apart, running_card, told};
use super::books::midnight;
use super::care_row::CareRow;
use super::fate::{Fate, Touch};
use super::plan::Plan;
use super::report::Trouble;
use super::whose;
use crate::cards::{self, Typed, WriteRow};
use crate::{AppError, Scene};

/// Stores a row; one that the card has already is left out. A card that is younger than what is
/// written on it counts from its first row: the paper one was opened then.
pub(super) fn store(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    (plan, card): (&Plan, &CardPlan),
    row: &CareRow,
    fate: &mut Fate,
) -> Result<(), AppError> {
    let found = whose::of_row(tx, scene, &row.whose, &mut fate.report)?;
    let Some(customer) = found else {
        return Ok(());
    };
    let repeat = card.repeat.as_deref().unwrap_or_default();
    let (read, wrong) = look(scene, plan, card, row);
    if !wrong.is_empty() {
        fate.report.sum.rejected += 1;
        fate.report.problems.extend(wrong);
        return Ok(());
    }
    fate.object = Some(customer.to_string());
    let form = card.form.meta.key.as_str();
    let id = match running_card(tx, scene, &customer, form)? {
        Some(id) => id,
        None => {
            let opened = answers::open(tx, scene, draw, (&customer, form, 0), fate)?;
            opened.card.id
        }
    };
    let open = open_cells(card, repeat, &read);
    if imports::has_row(tx, &id, repeat, &open)? {
        fate.report.sum.skipped += 1;
        return Ok(());
    }
    let since = since(tx, scene, &id, &card.form, repeat, &read)?;
    let ask = WriteRow {
        card: id.clone(),
        repeat: repeat.to_owned(),
        typed: Typed::Pairs(row.pairs.clone()),
        corrects: None,
    };
    let written = cards::write_row(tx, &apart(scene, draw), &ask)?;
    fate.report.sum.created += 1;
    fate.touched.push(Touch::Row {
        customer: customer.to_string(),
        card: id.to_string(),
        row: written.row.head.id.to_string(),
        since,
    });
    Ok(())
}

/// The row as the form reads it, and what keeps it from coming in, each at its cell.
pub(super) fn look(
    scene: &Scene,
    plan: &Plan,
    card: &CardPlan,
    row: &CareRow,
) -> (Row, Vec<Trouble>) {
    let repeat = card.repeat.as_deref().unwrap_or_default();
    let nothing = || Row {
        id: NEW.to_owned(),
        cells: Answers::default(),
    };
    let read = card.form.read_row(repeat, NEW, &row.pairs);
    let (read, mut found) = read.unwrap_or_else(|| (nothing(), Vec::new()));
    let context = Context::on(scene.today());
    let checked = card
        .form
        .check_row(repeat, &read, &Answers::default(), &context);
    for finding in checked.unwrap_or_default() {
        if !found.iter().any(|known| known.field == finding.field) {
            found.push(finding);
        }
    }
    let mut wrong: Vec<Trouble> = row.homeless.clone();
    for finding in found.iter().filter(|f| f.severity == Severity::Error) {
        wrong.push(told(
            &card.form,
            finding,
            row.number,
            header(plan, card, finding),
        ));
    }
    (read, wrong)
}

/// The id under which a row is looked at before it has one.
const NEW: &str = "new-1";

fn header<'a>(plan: &'a Plan, card: &CardPlan, finding: &Finding) -> &'a str {
    let key = finding.field.rsplit('.').next().unwrap_or_default();
    let index = card.column(key);
    index
        .and_then(|index| plan.headers().get(index))
        .map_or("", String::as_str)
}

/// The cells that are not sealed, as they are stored.
fn open_cells(card: &CardPlan, repeat: &str, row: &Row) -> String {
    let mut all = Answers::default();
    all.set(repeat, Answer::Given(Value::Rows(vec![row.clone()])));
    let (plain, _) = card.form.split_sealed(&all);
    let cells = plain.value(repeat).and_then(|value| value.rows().first());
    cells.map_or_else(String::new, |row| row.cells.canonical())
}

/// Lets the card count from a day of the row that lies before it; answers since when it counted.
fn since(
    tx: &mut Tx,
    scene: &Scene,
    card: &CardId,
    form: &kedang_form::Form,
    repeat: &str,
    row: &Row,
) -> Result<Option<i64>, AppError> {
    let columns = form.field(repeat).map_or(&[][..], Field::columns);
    let dates = columns
        .iter()
        .filter(|column| matches!(column.kind, Kind::Date(_)));
    let days = dates.filter_map(|column| row.cells.value(&column.key)?.as_text()?.parse().ok());
    let first: Option<Date> = days.min();
    let Some(first) = first else {
        return Ok(None);
    };
    let none = || Problem::not_found("card.not_found");
    let stands = kedang_store::cards::find(tx, card)?.ok_or_else(none)?;
    let opened: Date = scene.day(stands.created_at.0);
    if first >= opened {
        return Ok(None);
    }
    let Some(at) = midnight(scene, &first.to_string()) else {
        return Ok(None);
    };
    imports::card_since(tx, card, at, scene.moment.at())?;
    Ok(Some(stands.created_at.0))
}
