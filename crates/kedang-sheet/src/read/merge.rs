//! Merged cells: what stands in one is said of every row of it.

use super::grid::{COLUMNS, ROWS, Room};
use crate::{Row, SheetFault};

/// A rectangle of cells that shows one text, that of its first cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Merge {
    /// First and last row, from 1.
    pub(super) rows: (u64, u64),
    /// First and last column, from 0.
    pub(super) columns: (usize, usize),
}

impl Merge {
    /// A merge by the corners that a workbook gives; `None` when they are none.
    pub(super) fn of(place: &calamine::Dimensions) -> Option<Self> {
        let merge = Self {
            rows: (u64::from(place.start.0) + 1, u64::from(place.end.0) + 1),
            columns: (place.start.1 as usize, place.end.1 as usize),
        };
        let rows = merge.rows.0 <= merge.rows.1 && merge.rows.1 <= ROWS;
        let columns = merge.columns.0 <= merge.columns.1 && merge.columns.1 < COLUMNS;
        (rows && columns).then_some(merge)
    }

    /// Whether a row runs through it.
    pub(super) fn meets(&self, row: u64) -> bool {
        self.rows.0 <= row && row <= self.rows.1
    }

    /// Whether it joins columns.
    pub(super) fn wide(&self) -> bool {
        self.columns.0 < self.columns.1
    }
}

/// So many cells are looked at for merges; those of an honest sheet do not overlap and need less.
const LOOKS: usize = 20_000_000;

/// Gives the text of a merge over several rows to each of them, in its first column: one company
/// over three people is the company of all three. Rows that hold nothing else stay empty.
pub(super) fn fill_down(
    sheet: &str,
    rows: &mut [Row],
    merges: &[Merge],
    room: &mut Room,
) -> Result<(), SheetFault> {
    let mut looks = LOOKS;
    for merge in merges.iter().filter(|merge| merge.rows.0 < merge.rows.1) {
        let first = rows.partition_point(|row| row.number < merge.rows.0);
        let column = merge.columns.0;
        let text = match rows.get(first) {
            Some(row) if row.number == merge.rows.0 => row.cells.get(column),
            _ => None,
        };
        let Some(text) = text.filter(|text| !text.is_empty()).cloned() else {
            continue;
        };
        let below = rows[first + 1..]
            .iter_mut()
            .take_while(|row| row.number <= merge.rows.1);
        for row in below {
            let full = || SheetFault::TooManyCells {
                sheet: sheet.to_owned(),
                row: row.number,
            };
            looks = looks.checked_sub(1).ok_or_else(full)?;
            let new = (column + 1).saturating_sub(row.cells.len());
            room.take(new * size_of::<String>() + text.len())
                .ok_or_else(full)?;
            if new > 0 {
                row.cells.resize_with(column + 1, String::new);
            }
            if row.cells[column].is_empty() {
                row.cells[column].clone_from(&text);
            }
        }
    }
    Ok(())
}
