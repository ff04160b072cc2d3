//! One row of a file of care records, read into a row of a card.

use kedang_form::{Field, Kind, Pairs};
use kedang_sheet::{OwnerColumn as Column, Row, clean, is_nothing};

use super::answers::{CardPlan, Typing, type_in};
use super::mapping::Mapping;
use super::note;
use super::report::{ImportReport, Trouble};
use super::whose::Whose;

/// What a row says.
#[derive(Debug, Clone)]
pub(super) struct CareRow {
    pub(super) number: u64,
    pub(super) whose: Whose,
    /// The cells as typed into the form, named by column.
    pub(super) pairs: Pairs,
    /// Cells that have no place: nobody knows them, and the rows have no note.
    pub(super) homeless: Vec<Trouble>,
}

/// Reads a row; what nobody knows goes into its note.
pub(super) fn read(
    row: &Row,
    (mapping, card): (&Mapping<Column>, &CardPlan),
    today: &str,
    report: &mut ImportReport,
) -> CareRow {
    let (mut pairs, mut homeless) = (Pairs::new(), Vec::new());
    let mut whose = Whose {
        row: row.number,
        code: None,
        name: String::new(),
        columns: [Column::Code, Column::Name].map(|column| mapping.header(column).to_owned()),
    };
    let mut kept = None;
    for (index, cell) in row.cells.iter().enumerate() {
        let header = mapping.headers.get(index).map_or("", String::as_str);
        let field = card.fields.get(index).cloned().flatten();
        let field = field.as_deref().and_then(|key| card.field(key));
        match (mapping.columns.get(index).copied().flatten(), field) {
            _ if cell.is_empty() => {}
            (Some(Column::Code), _) => whose.code = Some(clean(cell)),
            (Some(Column::Name), _) => whose.name = clean(cell),
            (None, Some(field)) => {
                let typing = Typing {
                    form: &card.form,
                    field,
                    header,
                    cell,
                    today,
                };
                let mut mended = None;
                type_in(&typing, &mut pairs, &mut mended);
                if let Some(kept) = mended {
                    let args = vec![("value", cell.as_str().into()), ("kept", kept.into())];
                    report.warn(trouble(row, header, "import.value_mended", args));
                }
            }
            (None, None) if is_nothing(&clean(cell)) => {}
            (None, None) => match note_of(card) {
                Some(_) => note::add(&mut kept, header, &clean(cell).replace('\n', " ")),
                None => {
                    let args = vec![("header", header.into())];
                    homeless.push(trouble(row, header, "import.column_homeless", args));
                }
            },
        }
    }
    if let (Some(field), Some(kept)) = (note_of(card), kept) {
        let line = kept.replace('\n', "\u{ff1b}");
        let texts = pairs.entry(field.key.clone()).or_default();
        match texts.first_mut() {
            Some(text) => *text = format!("{text}\u{ff1b}{line}"),
            None => texts.push(line),
        }
    }
    CareRow {
        number: row.number,
        whose,
        pairs,
        homeless,
    }
}

/// The column of the rows that takes what has no other.
fn note_of(card: &CardPlan) -> Option<&Field> {
    let field = card.field("note")?;
    matches!(field.kind, Kind::Text(_) | Kind::LongText(_)).then_some(field)
}

fn trouble(
    row: &Row,
    header: &str,
    code: &'static str,
    args: Vec<(&'static str, kedang_core::Arg)>,
) -> Trouble {
    Trouble {
        row: row.number,
        column: header.to_owned(),
        code,
        args,
        ..Trouble::default()
    }
}
