//! A row of dealings comes in: an entry of the log of a customer that is there.

use kedang_core::contact::{Checked, NewContact};
use kedang_core::{ContactId, Draw, Problem};
use kedang_store::{Tx, contacts, imports, staff};
use serde_json::json;

use super::books::midnight;
use super::contact_row::ContactRow;
use super::fate::{Fate, Touch};
use super::report::{ImportReport, Trouble};
use super::whose;
use crate::audit::{self, By, Deed};
use crate::{AppError, Scene};

/// Stores a row; one that the log says already is left out.
pub(super) fn store(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    row: &ContactRow,
    fate: &mut Fate,
) -> Result<(), AppError> {
    let found = whose::of_row(tx, scene, &row.whose, &mut fate.report)?;
    let Some(customer) = found else {
        return Ok(());
    };
    let (by, line) = dealt(tx, scene, row, &mut fate.report)?;
    let Some(checked) = check(row, line, &scene.today().to_string(), &mut fate.report) else {
        return Ok(());
    };
    let odd = || AppError::Internal(format!("a day without beginning: {}", row.day));
    let happened_at = midnight(scene, &checked.happened_on).ok_or_else(odd)?;
    let summary = checked.summary.as_deref().unwrap_or_default();
    fate.object = Some(customer.to_string());
    if imports::has_contact(tx, &customer, happened_at, checked.channel.key(), summary)? {
        fate.report.sum.skipped += 1;
        return Ok(());
    }
    let id = ContactId::trusted(draw.id());
    let new = contacts::NewContact {
        id: id.as_str(),
        customer: &customer,
        checked: &checked,
        happened_at,
        staff: &by,
        at: scene.moment.at(),
    };
    contacts::insert(tx, &new)?;
    let contact = contacts::find(tx, &id)?;
    let lost = || Problem::not_found("contact.not_found");
    let contact = contact.ok_or_else(lost)?;
    fate.report.sum.created += 1;
    fate.touched.push(Touch::Contact {
        customer: customer.to_string(),
        contact: id.to_string(),
        version: contact.version,
    });
    let deed = Deed {
        action: "contact.create",
        object: ("contact", id.as_str()),
        class: None,
        decision: "allowed",
        fields: &["channel", "direction", "happened_on", "person", "summary"],
        payload: Some(json!({ "after": contact, "import": true })),
    };
    Ok(audit::record(tx, draw, By::from(scene), &deed)?)
}

/// Checks a row as the page does; what does not hold is refused, naming the column.
pub(super) fn check(
    row: &ContactRow,
    line: Option<String>,
    today: &str,
    report: &mut ImportReport,
) -> Option<Checked> {
    let mut summary = row.summary.clone();
    if let Some(line) = line {
        summary.push('\n');
        summary.push_str(&line);
    }
    let new = NewContact {
        channel: row.channel.key().to_owned(),
        direction: row.direction.key().to_owned(),
        number: row.paper.clone(),
        happened_on: row.day.clone(),
        person: row.person.clone(),
        summary: summary.trim().to_owned(),
        files: Vec::new(),
    };
    let problem = match new.check(today) {
        Ok(checked) => return Some(checked),
        Err(problem) => problem,
    };
    for wrong in problem.fields {
        report.problems.push(Trouble {
            row: row.number,
            column: row.header(&wrong.field).to_owned(),
            code: wrong.code,
            args: wrong.args,
            ..Trouble::default()
        });
    }
    report.sum.rejected += 1;
    None
}

/// Who dealt with it: 经办人 where he is on the staff, else whoever brings it in, and the name
/// stands in the entry.
fn dealt(
    tx: &mut Tx,
    scene: &Scene,
    row: &ContactRow,
    report: &mut ImportReport,
) -> Result<(String, Option<String>), AppError> {
    let own = scene.actor.staff.to_string();
    let Some((header, name)) = &row.staff else {
        return Ok((own, None));
    };
    let found = staff::called(tx, name)?;
    if let [one] = found.as_slice() {
        return Ok((one.to_string(), None));
    }
    report.warn_once(Trouble {
        row: row.number,
        column: header.clone(),
        code: "import.staff_unknown",
        args: vec![("value", name.as_str().into())],
        ..Trouble::default()
    });
    Ok((own, Some(format!("{header}\u{ff1a}{name}"))))
}

/// Tells of a 经办人 that nobody on the staff is called.
pub(super) fn unknown_staff(
    tx: &mut Tx,
    scene: &Scene,
    row: &ContactRow,
    report: &mut ImportReport,
) -> Result<(), AppError> {
    dealt(tx, scene, row, report).map(|_| ())
}
