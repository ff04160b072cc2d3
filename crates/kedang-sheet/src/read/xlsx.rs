//! Workbooks of Excel 2007 and later.

use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::grid::{Builder, Grid, Room};
use super::guard::guarded;
use super::merge::Merge;
use super::{number, package};
use crate::SheetFault;

/// Merges of a workbook beyond this are left aside: no person made them.
const MERGES: usize = 500_000;

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads the sheets that are shown, cell by cell: an empty one costs nothing.
pub(super) fn read(bytes: &[u8], room: &mut Room) -> Result<Vec<Grid>, SheetFault> {
    let package = package::inspect(bytes, room)?;
    guarded(|| sheets(bytes, package.merges, room))
}

fn sheets(bytes: &[u8], count: usize, room: &mut Room) -> Result<Vec<Grid>, SheetFault> {
    let mut workbook: Workbook = Xlsx::new(Cursor::new(bytes)).map_err(|fault| opened(&fault))?;
    let shown = |sheet: &&calamine::Sheet| {
        sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible
    };
    let names: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(shown)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut grids = Vec::with_capacity(names.len());
    for name in names {
        let merges = match count {
            0 => Vec::new(),
            count if count > MERGES => Vec::new(),
            _ => merges(&mut workbook, &name),
        };
        if let Some(builder) = cells(&mut workbook, &name, room)? {
            grids.push(builder.build(merges));
        }
    }
    Ok(grids)
}

fn opened(fault: &XlsxError) -> SheetFault {
    match fault {
        XlsxError::Password => SheetFault::Encrypted,
        XlsxError::FileNotFound(part) => SheetFault::Damaged { part: part.clone() },
        _ => SheetFault::Damaged {
            part: String::new(),
        },
    }
}

/// `None` for what is called a worksheet but is a chart.
fn cells<'r>(
    workbook: &mut Workbook,
    name: &str,
    room: &'r mut Room,
) -> Result<Option<Builder<'r>>, SheetFault> {
    let since_1904 = workbook.has_1904_epoch();
    let mut builder = Builder::new(name, room);
    let mut cells = match workbook.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(None),
        Err(_) => return Err(builder.damaged()),
    };
    let formats: Vec<Option<String>> = cells
        .styles()
        .iter()
        .map(|style| style.number_format.as_ref().map(|f| f.format_code.clone()))
        .collect();
    loop {
        let (cell, style) = match cells.next_cell_with_style_id() {
            Ok(Some(cell)) => cell,
            Ok(None) => return Ok(Some(builder)),
            Err(_) => return Err(builder.damaged()),
        };
        let (row, column) = cell.get_position();
        let format = formats.get(style).and_then(Option::as_deref);
        let text = match cell.get_value() {
            DataRef::Empty => continue,
            DataRef::SharedString(text) => {
                builder.put(u64::from(row) + 1, column as usize, text)?;
                continue;
            }
            other => text(other, format, since_1904),
        };
        builder.put(u64::from(row) + 1, column as usize, &text)?;
    }
}

/// What a cell means.
fn text(value: &DataRef, format: Option<&str>, since_1904: bool) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::String(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Int(value) => value.to_string(),
        DataRef::Float(value) => format
            .and_then(|format| number::padded(*value, format))
            .unwrap_or_else(|| number::number(*value)),
        DataRef::Bool(value) => number::truth(*value).to_owned(),
        DataRef::DateTime(moment) if moment.is_duration() => number::duration(moment.as_f64()),
        DataRef::DateTime(moment) => number::date(moment.as_f64(), since_1904),
        DataRef::DateTimeIso(text) => number::written(text),
        DataRef::Error(error) => error.to_string(),
    }
}

fn merges(workbook: &mut Workbook, name: &str) -> Vec<Merge> {
    let found = workbook.merge_cells_by_sheet_name(name).unwrap_or_default();
    found.iter().filter_map(Merge::of).collect()
}
