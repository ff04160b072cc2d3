//! One row of a persons' file, read into a person.

use kedang_sheet::{PersonColumn as Column, Role, Row, role, sex};

use super::mapping::Mapping;
use super::report::{ImportReport, Trouble};

/// What a row says.
#[derive(Debug, Clone)]
pub(super) struct PersonRow {
    pub(super) number: u64,
    pub(super) code: String,
    pub(super) role: Role,
    pub(super) name: String,
    pub(super) sex: Option<&'static str>,
    pub(super) title: Option<String>,
    pub(super) phone: Option<String>,
    pub(super) mobile: Option<String>,
}

/// Reads a row. What it cannot come in without is refused, naming the column.
pub(super) fn read(
    row: &Row,
    mapping: &Mapping<Column>,
    report: &mut ImportReport,
) -> Option<PersonRow> {
    let of = |wanted: Column| {
        let found = mapping
            .cells(&row.cells)
            .find(|(column, ..)| *column == Some(wanted));
        found
            .map(|(.., cell)| cell.to_owned())
            .filter(|cell| !cell.is_empty())
    };
    let missing = |column: Column, code: &'static str| Trouble {
        row: row.number,
        column: mapping.header(column).to_owned(),
        code,
        args: Vec::new(),
        ..Trouble::default()
    };
    let Some(code) = of(Column::Code) else {
        report.refuse(missing(Column::Code, "import.code_missing"));
        return None;
    };
    let Some(name) = of(Column::Name) else {
        report.refuse(missing(Column::Name, "import.person_name_missing"));
        return None;
    };
    let Some(role) = of(Column::Role).as_deref().and_then(role) else {
        report.refuse(missing(Column::Role, "import.role_missing"));
        return None;
    };
    Some(PersonRow {
        number: row.number,
        code,
        role,
        name,
        sex: of(Column::Sex)
            .and_then(|cell| sex(&cell).value)
            .map(|sex| if sex == "male" { "male" } else { "female" }),
        title: of(Column::Title),
        phone: of(Column::Phone),
        mobile: of(Column::Mobile),
    })
}
