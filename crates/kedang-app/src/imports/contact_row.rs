//! One row of a file of dealings, read into an entry of the contact log.

use kedang_core::contact::{Channel, Direction};
use kedang_sheet::{ContactColumn as Column, Row, channel, clean, date, direction, is_nothing};

use super::mapping::Mapping;
use super::report::{ImportReport, Trouble};
use super::whose::Whose;

/// What a row says.
#[derive(Debug, Clone)]
pub(super) struct ContactRow {
    pub(super) number: u64,
    pub(super) whose: Whose,
    /// `YYYY-MM-DD`.
    pub(super) day: String,
    pub(super) channel: Channel,
    /// Without one that is said it goes out: what a company writes down is what it did.
    pub(super) direction: Direction,
    pub(super) paper: String,
    pub(super) person: String,
    /// 事由, 内容, 结果, 下次 and whatever nobody knows, a line each.
    pub(super) summary: String,
    /// 经办人 with the header of his column.
    pub(super) staff: Option<(String, String)>,
    /// The headers of the fields that can be wrong.
    headers: [(&'static str, String); 4],
}

impl ContactRow {
    /// The header of a field's column.
    pub(super) fn header(&self, field: &str) -> &str {
        let found = self.headers.iter().find(|(name, _)| *name == field);
        found.map_or("", |(_, header)| header)
    }
}

/// Reads a row. What it cannot come in without is refused, naming the column.
pub(super) fn read(
    row: &Row,
    mapping: &Mapping<Column>,
    today: &str,
    report: &mut ImportReport,
) -> Option<ContactRow> {
    let of = |wanted: Column| cell(row, mapping, wanted);
    let mut refuse = |column: Column, code: &'static str, value: &str| {
        report.refuse(Trouble {
            row: row.number,
            column: mapping.header(column).to_owned(),
            code,
            args: vec![("value", value.into())],
            ..Trouble::default()
        });
    };
    let whose = Whose {
        row: row.number,
        code: Some(of(Column::Code)).filter(|code| !code.is_empty()),
        name: of(Column::Name),
        columns: [Column::Code, Column::Name].map(|column| mapping.header(column).to_owned()),
    };
    let written = of(Column::Day);
    let day = date(&written, today);
    let Some(day) = day.value.filter(|day| day.len() == 10) else {
        let code = if written.is_empty() {
            "contact.day_missing"
        } else {
            "import.day_unread"
        };
        refuse(Column::Day, code, &written);
        return None;
    };
    let way = of(Column::Channel);
    let Some(channel) = channel(&way) else {
        let code = if way.is_empty() {
            "contact.channel_missing"
        } else {
            "import.channel_unread"
        };
        refuse(Column::Channel, code, &way);
        return None;
    };
    let said = direction(&of(Column::Direction));
    Some(ContactRow {
        number: row.number,
        whose,
        day,
        channel,
        direction: said.unwrap_or(Direction::Out),
        paper: of(Column::Number),
        person: of(Column::Person),
        summary: summary(row, mapping),
        headers: [
            ("happened_on", Column::Day),
            ("number", Column::Number),
            ("person", Column::Person),
            ("summary", Column::Summary),
        ]
        .map(|(field, column)| (field, mapping.header(column).to_owned())),
        staff: Some(of(Column::Staff))
            .filter(|name| !name.is_empty())
            .map(|name| (mapping.header(Column::Staff).to_owned(), name)),
    })
}

fn cell(row: &Row, mapping: &Mapping<Column>, wanted: Column) -> String {
    let mut cells = mapping.cells(&row.cells);
    let found = cells.find(|(column, ..)| *column == Some(wanted));
    let text = found.map(|(.., cell)| clean(cell)).unwrap_or_default();
    if is_nothing(&text) {
        String::new()
    } else {
        text
    }
}

/// What was talked of stands first and bare; everything else under its header.
fn summary(row: &Row, mapping: &Mapping<Column>) -> String {
    let mut lines = Vec::new();
    let text = cell(row, mapping, Column::Summary);
    for (column, header, cell) in mapping.cells(&row.cells) {
        let text = clean(cell);
        let kept = matches!(
            column,
            None | Some(Column::Purpose | Column::Result | Column::Next)
        );
        if !kept || is_nothing(&text) {
            continue;
        }
        lines.push(match header {
            "" => text,
            header => format!("{header}\u{ff1a}{text}"),
        });
    }
    if !text.is_empty() {
        lines.insert(0, text);
    }
    lines.join("\n")
}
