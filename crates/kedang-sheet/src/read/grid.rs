//! Cells as they stand in a file, before anybody says which row is the header.

use super::merge::Merge;
use crate::{Row, SheetFault};

/// A spreadsheet has this many columns.
pub(super) const COLUMNS: usize = 16_384;
/// A spreadsheet has this many rows.
pub(super) const ROWS: u64 = 1_048_576;
/// A cell may be this long, bytes: thirty times what Excel lets one type.
pub(super) const CELL: usize = 1 << 20;

/// A table as it stands in the file.
#[derive(Debug)]
pub(crate) struct Grid {
    pub(super) name: String,
    /// Those that hold a text, by ascending number.
    pub(super) rows: Vec<Row>,
    pub(super) merges: Vec<Merge>,
    /// The row of the headers, where the file says it.
    pub(super) header: Option<u64>,
}

/// How much memory the tables of a file may still take.
#[derive(Debug)]
pub(crate) struct Room {
    left: usize,
}

/// A small file gets this much, bytes, so that one that unfolds stays below 256 MB with all that
/// is needed beside it.
const LEAST: usize = 112 << 20;
/// And no file more than this, bytes: 100,000 rows of 60 full cells take 240 MB.
const MOST: usize = 448 << 20;

impl Room {
    /// For a file of this many bytes: an honest cell takes several times what it takes in a file.
    pub(crate) fn of(file: usize) -> Self {
        Self {
            left: file.saturating_mul(8).saturating_add(LEAST).min(MOST),
        }
    }

    /// Takes `bytes` of it; `None` when it is used up.
    pub(super) fn take(&mut self, bytes: usize) -> Option<()> {
        self.left = self.left.checked_sub(bytes)?;
        Some(())
    }
}

/// What a cell takes: the handle, and behind it what an allocator gives for a short text.
fn weight(text: &str) -> usize {
    size_of::<String>() + text.len().next_multiple_of(16)
}

/// Builds a grid cell by cell, rows in their order.
pub(super) struct Builder<'a> {
    name: String,
    rows: Vec<Row>,
    row: Row,
    room: &'a mut Room,
}

impl<'a> Builder<'a> {
    pub(super) fn new(name: &str, room: &'a mut Room) -> Self {
        Self {
            name: name.to_owned(),
            rows: Vec::new(),
            row: Row {
                number: 0,
                cells: Vec::new(),
            },
            room,
        }
    }

    /// Puts a text into a cell; `row` counts from 1, `column` from 0. An empty one only holds its
    /// place for those behind it.
    pub(super) fn put(&mut self, row: u64, column: usize, text: &str) -> Result<(), SheetFault> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        if row < self.row.number || row > ROWS {
            return Err(self.damaged());
        }
        if row > self.row.number {
            self.close();
            self.row.number = row;
        }
        if column >= COLUMNS {
            return Err(SheetFault::TooManyColumns {
                sheet: self.name.clone(),
                row,
                max: COLUMNS,
            });
        }
        if text.len() > CELL {
            return Err(SheetFault::CellTooLong {
                sheet: self.name.clone(),
                row,
                column: column + 1,
                max: CELL,
            });
        }
        let new = (column + 1).saturating_sub(self.row.cells.len());
        let bytes = weight(text) + new * size_of::<String>();
        self.room.take(bytes).ok_or(SheetFault::TooManyCells {
            sheet: self.name.clone(),
            row,
        })?;
        if new > 0 {
            self.row.cells.resize_with(column + 1, String::new);
        }
        text.clone_into(&mut self.row.cells[column]);
        Ok(())
    }

    /// A fault for a sheet that breaks off or goes back.
    pub(super) fn damaged(&self) -> SheetFault {
        SheetFault::SheetDamaged {
            sheet: self.name.clone(),
            row: self.row.number,
        }
    }

    fn close(&mut self) {
        let width = self.row.cells.len();
        let next = Row {
            number: 0,
            cells: Vec::with_capacity(width.min(64)),
        };
        let mut row = std::mem::replace(&mut self.row, next);
        if row.filled() {
            row.cells.shrink_to_fit();
            self.rows.push(row);
        }
    }

    pub(super) fn build(mut self, merges: Vec<Merge>) -> Grid {
        self.close();
        Grid {
            name: self.name,
            rows: self.rows,
            merges,
            header: None,
        }
    }
}
