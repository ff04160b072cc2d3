//! A staged row, read as what its table holds.

use kedang_sheet::Row;
use kedang_store::imports::Staged;

use super::customer_row::{self, CustomerRow};
use super::finding::kept;
use super::person_row::{self, PersonRow};
use super::plan::{Columns, Plan};
use super::report::{ImportReport, Trouble};
use crate::AppError;

/// What a row says.
#[derive(Debug, Clone)]
pub(super) enum Said {
    Customer(Box<CustomerRow>),
    Person(PersonRow),
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
            let read = customer_row::read(&row, mapping, source, today, report);
            read.map(|row| Said::Customer(Box::new(row)))
        }
        Columns::Persons(mapping) => person_row::read(&row, mapping, report).map(Said::Person),
        Columns::Nothing(_) => {
            report.sum.skipped += 1;
            None
        }
    })
}
