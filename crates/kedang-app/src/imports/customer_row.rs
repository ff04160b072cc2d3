//! One row of a customers' file, read into a customer.

use kedang_core::Problem;
use kedang_core::customer::{Checked, CustomerKind, NewCustomer, Stage};
use kedang_core::problem::FieldProblem;
use kedang_sheet::{CustomerColumn as Column, Row, date, kind, sex, stage};

use super::mapping::Mapping;
use super::note;
use super::report::{ImportReport, Trouble};

/// What a row says.
#[derive(Debug, Clone)]
pub(super) struct CustomerRow {
    /// As a spreadsheet counts.
    pub(super) number: u64,
    /// 客户编号, when the file has one.
    pub(super) code: Option<String>,
    /// 客户状态, when the file has one.
    pub(super) stage: Option<Stage>,
    /// Everything else, checked.
    pub(super) customer: Checked,
}

/// Reads a row. A cell that does not hold is noted with its row and column and kept in the note; a
/// row without a name is refused.
pub(super) fn read(
    row: &Row,
    mapping: &Mapping<Column>,
    source: &str,
    today: &str,
    report: &mut ImportReport,
) -> Option<CustomerRow> {
    let mut new = NewCustomer {
        how_met: source.to_owned(),
        ..NewCustomer::default()
    };
    let (mut code, mut stands) = (None, None);
    for (column, header, cell) in mapping
        .cells(&row.cells)
        .filter(|(.., cell)| !cell.is_empty())
    {
        let understood = match column {
            Some(Column::Code) => {
                code = Some(cell.to_owned());
                true
            }
            Some(Column::Name) => {
                new.name = cell.to_owned();
                true
            }
            Some(Column::HowMet) => {
                new.how_met = cell.to_owned();
                true
            }
            Some(Column::Kind) => {
                new.kind = kind(cell).map_or(String::new(), |kind| kind.key().to_owned());
                !new.kind.is_empty()
            }
            Some(Column::Stage) => {
                stands = stage(cell);
                stands.is_some()
            }
            Some(Column::Plain(field)) => plain(&mut new, field, cell),
            None => {
                note::add(&mut new.details.note, header, cell);
                true
            }
        };
        if !understood {
            keep(&mut new, row.number, header, cell, report);
        }
    }
    if new.kind.is_empty() {
        new.kind = guess(&new).key().to_owned();
    }
    let customer = settle(new, row.number, mapping, today, report)?;
    Some(CustomerRow {
        number: row.number,
        code,
        stage: stands,
        customer,
    })
}

/// Sets a plain field in the product's form; false when the cell cannot be read.
fn plain(new: &mut NewCustomer, field: &str, cell: &str) -> bool {
    let value = match field {
        "sex" => sex(cell).map(str::to_owned),
        "birth" => date(cell),
        _ => Some(cell.to_owned()),
    };
    let note = new.details.note.take();
    let set = value.is_some() && new.details.set(field, value);
    if field != "note" {
        new.details.note = note;
    } else if let Some(before) = note {
        note::add(&mut new.details.note, "", &before);
    }
    set
}

fn keep(new: &mut NewCustomer, row: u64, header: &str, cell: &str, report: &mut ImportReport) {
    let args = vec![("value", cell.into())];
    report.warn(Trouble {
        row,
        column: header.to_owned(),
        code: "import.value_unread",
        args,
        ..Trouble::default()
    });
    note::add(&mut new.details.note, header, cell);
}

/// A row that does not say what it is: a body when it has a body's number or no sex.
fn guess(new: &NewCustomer) -> CustomerKind {
    if new.details.uscc.is_some() || (new.details.sex.is_none() && new.details.birth.is_none()) {
        CustomerKind::Organization
    } else {
        CustomerKind::Individual
    }
}

/// Checks the row; what does not hold is moved into the note and the rest checked again.
fn settle(
    mut new: NewCustomer,
    row: u64,
    mapping: &Mapping<Column>,
    today: &str,
    report: &mut ImportReport,
) -> Option<Checked> {
    let mut problem = match new.check(today) {
        Ok(checked) => return Some(checked),
        Err(problem) => problem,
    };
    if let Some(fatal) = fatal(&problem) {
        let column = mapping.header(Column::Name).to_owned();
        report.refuse(Trouble {
            row,
            column,
            code: fatal.code,
            args: fatal.args.clone(),
            ..Trouble::default()
        });
        return None;
    }
    for wrong in std::mem::take(&mut problem.fields) {
        let Some(value) = new.details.get(&wrong.field).map(str::to_owned) else {
            continue;
        };
        let field = kedang_core::customer::Details::FIELDS
            .iter()
            .find(|f| **f == wrong.field);
        let header = field
            .map_or("", |field| mapping.header(Column::Plain(field)))
            .to_owned();
        new.details.set(&wrong.field, None);
        // Control characters and whatever is too long are what a note cannot hold either.
        note::add(
            &mut new.details.note,
            &header,
            &value.replace(char::is_control, " "),
        );
        report.warn(Trouble {
            row,
            column: header,
            code: wrong.code,
            args: wrong.args,
            ..Trouble::default()
        });
    }
    new.check(today).ok()
}

/// What a row cannot come in without.
fn fatal(problem: &Problem) -> Option<&FieldProblem> {
    ["name", "kind", "how_met"]
        .iter()
        .find_map(|field| problem.of(field))
}
