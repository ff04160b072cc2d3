//! One row of a customers' file, read into a customer.

mod draft;
mod together;

use kedang_core::Problem;
use kedang_core::access::Class;
use kedang_core::customer::{Checked, NewCustomer, Stage};
use kedang_core::problem::FieldProblem;
use kedang_sheet::{CustomerColumn as Column, Row};

use draft::Draft;

use super::answers::Given;
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
    /// What the books say of the dossier.
    pub(super) books: Books,
    /// Everything else, checked.
    pub(super) customer: Checked,
    /// What it answers of a form, when its table goes to one.
    pub(super) given: Option<Given>,
}

/// What a row says of the dossier rather than of the customer: cells with their headers.
#[derive(Debug, Clone, Default)]
pub(super) struct Books {
    /// 负责人, as written.
    pub(super) owner: Option<(String, String)>,
    /// 创建人, as written.
    pub(super) author: Option<(String, String)>,
    /// 密级, as written and as read.
    pub(super) class: Option<(String, String, Class)>,
    /// 建档日期.
    pub(super) opened: Option<String>,
}

/// Reads a row. A cell that does not hold is noted with its row and column and kept in the note; a
/// row without a name is refused. One that does not say what it is is of `kind`.
pub(super) fn read(
    row: &Row,
    mapping: &Mapping<Column>,
    source: &str,
    (kind, today): (Option<&str>, &str),
    report: &mut ImportReport,
) -> Option<CustomerRow> {
    let mut draft = Draft::new(row.number, source, today, report);
    for (column, header, cell) in mapping
        .cells(&row.cells)
        .filter(|(.., cell)| !cell.is_empty())
    {
        draft.take(column, header, cell);
    }
    if draft.new.kind.is_empty() {
        draft.new.kind = kind.unwrap_or_default().to_owned();
    }
    draft.together();
    let Draft {
        new,
        code,
        stage,
        books,
        ..
    } = draft;
    let customer = settle(new, row.number, mapping, today, report)?;
    Some(CustomerRow {
        number: row.number,
        code,
        stage,
        books,
        customer,
        given: None,
    })
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
