//! The rows of a repeat as a table prints them: of the card itself, or of a running record.

use std::collections::BTreeMap;

use kedang_core::card::Signature;
use kedang_core::page::MAX_LIMIT;
use kedang_store::Tx;

use super::held::{Held, computed, held};
use crate::cards::{self, CardView, ListRows, RowView, Rows};
use crate::forms::{Answers, Field, Kind, Value};
use crate::{AppError, Scene};

/// The newest rows of a running record that are printed; older ones stay on the screen.
pub const MOST: i64 = MAX_LIMIT as i64;

/// All rows of a table.
#[derive(Debug)]
pub struct Lines<'a> {
    /// In the order in which they were written.
    pub rows: Vec<Line<'a>>,
    /// Whether older rows are not printed.
    pub more: bool,
}

/// One row.
#[derive(Debug)]
pub struct Line<'a> {
    cells: &'a Answers,
    /// Paths of columns that are answered and not for this reader.
    masked: Vec<String>,
    known: &'a [(String, Value)],
    path: String,
    /// Its signatures, in a running record.
    pub signatures: &'a [Signature],
    /// Whether a later row corrects it.
    pub corrected: bool,
    /// The number of the row that it corrects.
    pub corrects: Option<i64>,
}

impl<'a> Line<'a> {
    /// What is known in a column.
    #[must_use]
    pub fn held(&self, column: &Field) -> Held<'a> {
        match column.kind {
            Kind::Computed(_) => computed(self.known, &format!("{}.{}", self.path, column.key)),
            _ => held(self.cells, &self.masked, column, &column.path),
        }
    }
}

/// The newest rows of the running records that the form of a card prints.
///
/// # Errors
/// As [`cards::rows`].
pub fn records(
    tx: &mut Tx,
    scene: &Scene,
    view: &CardView,
) -> Result<BTreeMap<String, Rows>, AppError> {
    let mut found = BTreeMap::new();
    for field in view.form.fields.iter().filter(|f| f.is_append_only()) {
        let newest = cards::rows(tx, scene, &page(view, field, None))?;
        found.insert(field.key.clone(), newest);
    }
    Ok(found)
}

/// All rows of them: of a dossier that leaves nothing may be missing.
///
/// # Errors
/// As [`cards::rows`].
pub(crate) fn all_records(
    tx: &mut Tx,
    scene: &Scene,
    view: &CardView,
) -> Result<BTreeMap<String, Rows>, AppError> {
    let mut found = records(tx, scene, view)?;
    for field in view.form.fields.iter().filter(|f| f.is_append_only()) {
        let Some(held) = found.get_mut(&field.key) else {
            continue;
        };
        while let Some(next) = held.page.next.take() {
            let more = cards::rows(tx, scene, &page(view, field, Some(next)))?.page;
            held.page.items.extend(more.items);
            held.page.next = more.next;
        }
    }
    Ok(found)
}

fn page(view: &CardView, field: &Field, cursor: Option<String>) -> ListRows {
    ListRows {
        card: view.card.id.clone(),
        repeat: field.key.clone(),
        cursor,
        limit: MAX_LIMIT,
    }
}

/// The rows of a repeat in the order in which they were written; none on a blank form.
#[must_use]
pub fn lines<'a>(
    card: Option<&'a CardView>,
    records: &'a BTreeMap<String, Rows>,
    repeat: &Field,
) -> Lines<'a> {
    if let Some(record) = records.get(&repeat.key) {
        let items = record.page.items.as_slice();
        let rows = items.iter().rev().map(|row| recorded(items, row));
        return Lines {
            rows: rows.collect(),
            more: record.page.next.is_some(),
        };
    }
    Lines {
        rows: card.map_or_else(Vec::new, |view| own(view, repeat)),
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
fn own<'a>(view: &'a CardView, repeat: &Field) -> Vec<Line<'a>> {
    let rows = view.answers.value(&repeat.key).map_or(&[][..], Value::rows);
    let line = |row: &'a crate::forms::Row| {
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
