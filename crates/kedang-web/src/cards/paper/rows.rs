//! The rows of a repeat as a table prints them: of the card itself, or of a running record.

use kedang_app::cards::RowView;
use kedang_app::forms::{Answers, Field, Kind, Value};
use kedang_core::card::Signature;
use kedang_core::page::MAX_LIMIT;

use super::sheet::Sheet;
use super::value::{Held, computed, held};

/// The newest rows of a running record that are printed; older ones stay on the screen.
pub(super) const MOST: i64 = MAX_LIMIT as i64;

/// All rows of a table.
pub(super) struct Lines<'a> {
    pub(super) rows: Vec<Line<'a>>,
    /// Whether older rows are not printed.
    pub(super) more: bool,
}

/// One row.
pub(super) struct Line<'a> {
    cells: &'a Answers,
    /// Paths of columns that are answered and not for this reader.
    masked: Vec<String>,
    known: &'a [(String, Value)],
    path: String,
    /// Its signatures, in a running record.
    pub(super) signatures: &'a [Signature],
    /// Whether a later row corrects it.
    pub(super) corrected: bool,
    /// The number of the row that it corrects.
    pub(super) corrects: Option<i64>,
}

impl<'a> Line<'a> {
    /// What is known in a column.
    pub(super) fn held(&self, column: &Field) -> Held<'a> {
        match column.kind {
            Kind::Computed(_) => computed(self.known, &format!("{}.{}", self.path, column.key)),
            _ => held(self.cells, &self.masked, column, &column.path),
        }
    }
}

/// The rows of a repeat in the order in which they were written; none on a blank form.
pub(super) fn lines<'a>(sheet: &Sheet<'a>, repeat: &Field) -> Lines<'a> {
    if let Some(record) = sheet.records.get(&repeat.key) {
        let items = record.page.items.as_slice();
        let rows = items.iter().rev().map(|row| recorded(items, row));
        return Lines {
            rows: rows.collect(),
            more: record.page.next.is_some(),
        };
    }
    Lines {
        rows: own(sheet, repeat),
        more: false,
    }
}

fn recorded<'a>(all: &'a [RowView], row: &'a RowView) -> Line<'a> {
    let corrects = row.head.corrects.as_ref();
    let nth = |id: &kedang_core::RowId| all.iter().find(|other| other.head.id == *id);
    Line {
        cells: &row.cells,
        masked: row.masked.clone(),
        known: &[],
        path: String::new(),
        signatures: &row.signatures,
        corrected: row.head.corrected_by.is_some(),
        corrects: corrects.and_then(nth).map(|other| other.head.seq),
    }
}

/// The rows of an ordinary repeat. Hidden cells are named by their whole path.
fn own<'a>(sheet: &Sheet<'a>, repeat: &Field) -> Vec<Line<'a>> {
    let Some(view) = sheet.card else {
        return Vec::new();
    };
    let rows = view.answers.value(&repeat.key).map_or(&[][..], Value::rows);
    let line = |row: &'a kedang_app::forms::Row| {
        let path = format!("{}.{}", repeat.key, row.id);
        let here = |one: &String| {
            let column = one.strip_prefix(&path)?.strip_prefix('.')?;
            Some(format!("{}.{column}", repeat.key))
        };
        Line {
            cells: &row.cells,
            masked: view.masked.iter().filter_map(here).collect(),
            known: &view.computed,
            path: path.clone(),
            signatures: &[],
            corrected: false,
            corrects: None,
        }
    };
    rows.iter().map(line).collect()
}
