//! The records of an old workbook (MS-XLS 2.1.4), looked over before they are believed.

use super::grid::Room;
use crate::SheetFault;

/// What is held of each cell in the rectangle that a sheet spans, bytes: value and formula.
const CELL: usize = 64;
/// An old sheet has this many rows and columns.
const EDGES: (usize, usize) = (65_536, 256);

const FORMULA: u16 = 0x0006;
const EOF: u16 = 0x000a;
const BOUND_SHEET: u16 = 0x0085;
const MULTIPLE: u16 = 0x00bd;
const RICH: u16 = 0x00d6;
const SHARED: u16 = 0x00fd;
const DIMENSIONS: u16 = 0x0200;
const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const TRUTH: u16 = 0x0205;
const SMALL_NUMBER: u16 = 0x027e;
const BEGIN: u16 = 0x0809;

/// Refuses a workbook whose sheets span more than there is room for, or say so.
pub(super) fn weigh(stream: &[u8], room: &mut Room) -> Result<(), SheetFault> {
    let damaged = || SheetFault::Damaged {
        part: String::new(),
    };
    // Texts of the workbook are held once beside their cells.
    room.take(stream.len()).ok_or_else(damaged)?;
    let sheets: Vec<usize> = records(stream)
        .take_while(|record| record.kind != EOF)
        .filter(|record| record.kind == BOUND_SHEET)
        .filter_map(|record| long(record.data, 0))
        .collect();
    if sheets.len() > 1_000 {
        return Err(SheetFault::TooManyParts {
            found: sheets.len(),
            max: 1_000,
        });
    }
    let starts: Vec<usize> = records(stream)
        .filter(|record| record.kind == BEGIN)
        .map(|record| record.at)
        .collect();
    for start in sheets {
        if starts.binary_search(&start).is_err() {
            return Err(damaged());
        }
        let area = area(&stream[start..]).ok_or_else(damaged)?;
        let full = || SheetFault::TooManyCells {
            sheet: String::new(),
            row: area.1,
        };
        room.take(area.0.saturating_mul(CELL)).ok_or_else(full)?;
    }
    Ok(())
}

/// How many cells the rectangle of a sheet has, and its last row; `None` when it goes beyond what
/// such a sheet can be.
fn area(stream: &[u8]) -> Option<(usize, u64)> {
    let (mut first, mut last) = ((usize::MAX, usize::MAX), (0, 0));
    let mut depth = 0usize;
    for record in records(stream) {
        match record.kind {
            BEGIN => depth += 1,
            EOF if depth <= 1 => break,
            EOF => depth -= 1,
            DIMENSIONS if depth == 1 => {
                let (rows, columns) = dimensions(record.data)?;
                if rows > EDGES.0 || columns > EDGES.1 {
                    return None;
                }
            }
            FORMULA | MULTIPLE | RICH | SHARED | NUMBER | LABEL | TRUTH | SMALL_NUMBER => {
                let (row, column) = (short(record.data, 0)?, short(record.data, 2)?);
                let end = match record.kind {
                    MULTIPLE => short(record.data, record.data.len().checked_sub(2)?)?,
                    _ => column,
                };
                if column.max(end) >= EDGES.1 {
                    return None;
                }
                first = (first.0.min(row), first.1.min(column));
                last = (last.0.max(row), last.1.max(column.max(end)));
            }
            _ => {}
        }
    }
    if first.0 == usize::MAX {
        return Some((0, 0));
    }
    let area = (last.0 - first.0 + 1) * (last.1 - first.1 + 1);
    Some((area, last.0 as u64 + 1))
}

/// How many rows and columns a sheet has by its own word.
fn dimensions(data: &[u8]) -> Option<(usize, usize)> {
    let said = if data.len() >= 14 {
        (
            long(data, 0)?,
            long(data, 4)?,
            short(data, 8)?,
            short(data, 10)?,
        )
    } else {
        (
            short(data, 0)?,
            short(data, 2)?,
            short(data, 4)?,
            short(data, 6)?,
        )
    };
    // The ends stand one behind the last; an empty sheet says 0 of all.
    Some((said.1.saturating_sub(said.0), said.3.saturating_sub(said.2)))
}

struct Record<'a> {
    at: usize,
    kind: u16,
    data: &'a [u8],
}

/// The records one after the other, as far as they are whole.
fn records(stream: &[u8]) -> impl Iterator<Item = Record<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let kind = u16::try_from(short(stream, at)?).ok()?;
        let data = stream.get(at + 4..at + 4 + short(stream, at + 2)?)?;
        let record = Record { at, kind, data };
        at += 4 + data.len();
        Some(record)
    })
}

fn short(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..)?.first_chunk::<2>()?;
    Some(usize::from(u16::from_le_bytes(*bytes)))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..)?.first_chunk::<4>()?;
    usize::try_from(u32::from_le_bytes(*bytes)).ok()
}
