//! A staged row, read as what its table holds.

use kedang_form::{CustomerKind, Form};
use kedang_sheet::{Row, is_nothing};
use kedang_store::imports::Staged;

use super::answers;
use super::care_row::{self, CareRow};
use super::contact_row::{self, ContactRow};
use super::customer_row::{self, CustomerRow};
use super::finding::kept;
use super::note;
use super::person_row::{self, PersonRow};
use super::plan::{Columns, Plan};
use super::report::{ImportReport, Trouble};
use crate::AppError;

/// What a row says.
#[derive(Debug, Clone)]
pub(super) enum Said {
    Customer(Box<CustomerRow>),
    Person(PersonRow),
    Contact(Box<ContactRow>),
    Care(Box<CareRow>),
}

/// Reads a row by what the columns of its table are; without anything said it is refused, and the
/// report says why.
pub(super) fn read(
    plan: &Plan,
    row: &Staged,
    source: &str,
    today: &str,
    report: &mut ImportReport,
) -> Result<Option<Said>, AppError> {
    let number = u64::try_from(row.number).unwrap_or_default();
    if let Some(bar) = plan.bar() {
        report.refuse(Trouble { row: number, ..bar });
        return Ok(None);
    }
    let row = Row {
        number,
        cells: row.cells.as_deref().map_or(Ok(Vec::new()), kept)?,
    };
    Ok(match &plan.columns {
        Columns::Customers(mapping) => {
            let kind = plan.card.as_ref().and_then(|card| kind(&card.form));
            let read = customer_row::read(&row, mapping, source, (kind, today), report);
            let read = read.map(|said| answered(plan, said, &row.cells, today, report));
            read.map(|said| Said::Customer(Box::new(said)))
        }
        Columns::Persons(mapping) => person_row::read(&row, mapping, report).map(Said::Person),
        Columns::Contacts(mapping) => {
            let read = contact_row::read(&row, mapping, today, report);
            read.map(|said| Said::Contact(Box::new(said)))
        }
        Columns::Care(mapping) => {
            let card = plan.card.as_ref();
            card.map(|card| {
                let read = care_row::read(&row, (mapping, card), today, report);
                Said::Care(Box::new(read))
            })
        }
        Columns::Nothing(_) => {
            report.sum.skipped += 1;
            None
        }
    })
}

/// With what the row answers of a form; where the form is not for such a customer it goes into the
/// note.
fn answered(
    plan: &Plan,
    mut said: CustomerRow,
    cells: &[String],
    today: &str,
    report: &mut ImportReport,
) -> CustomerRow {
    let Some(card) = &plan.card else {
        return said;
    };
    if !answers::wrong(&card.form, said.customer.kind.key()) {
        said.given = answers::given(plan, card, (said.number, cells), today);
        return said;
    }
    let mut left = false;
    for (index, cell) in cells.iter().enumerate() {
        if plan.goes_to_card_only(index) && !is_nothing(cell) {
            let header = plan.headers().get(index).map_or("", String::as_str);
            note::add(&mut said.customer.details.note, header, cell);
            left = true;
        }
    }
    if left {
        let title = card.form.words().title.as_str();
        report.warn(Trouble {
            row: said.number,
            code: "import.card_other_kind",
            args: vec![("form", title.into())],
            ..Trouble::default()
        });
    }
    said
}

/// The kind of customers that a form is for, where it is for one alone.
fn kind(form: &Form) -> Option<&'static str> {
    match form.meta.customer_kind {
        CustomerKind::Any => None,
        CustomerKind::Individual => Some("individual"),
        CustomerKind::Organization => Some("organization"),
    }
}
