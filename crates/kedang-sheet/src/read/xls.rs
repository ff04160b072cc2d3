//! Workbooks of Excel 97 to 2003: records (MS-XLS) in a compound file (MS-CFB).
//!
//! What opens them believes the sizes that stand in them, so these are counted before; and it is
//! given the records in a compound file made anew, because a chain of sectors may be a circle.

use std::io::{Cursor, Read, Write};

use calamine::{Data, Range, Reader, SheetType, SheetVisible, Xls, XlsError};
use cfb::{CompoundFile, Version};

use super::biff;
use super::grid::{Builder, Grid, Room};
use super::guard::guarded;
use super::merge::Merge;
use super::number;
use crate::{Other, SheetFault};

/// A sheet as it was opened.
struct Opened {
    name: String,
    cells: Range<Data>,
    merges: Vec<Merge>,
    since_1904: bool,
}

/// Reads the sheets that are shown.
pub(super) fn read(bytes: &[u8], room: &mut Room) -> Result<Vec<Grid>, SheetFault> {
    let records = records(bytes)?;
    biff::weigh(&records, room)?;
    let clean = wrapped(&records).map_err(|_fault| damaged())?;
    drop(records);
    let opened = guarded(|| open(clean))?;
    let mut grids = Vec::with_capacity(opened.len());
    for sheet in opened {
        let mut builder = Builder::new(&sheet.name, room);
        let (top, left) = sheet.cells.start().unwrap_or_default();
        for (row, column, value) in sheet.cells.used_cells() {
            let row = u64::from(top) + row as u64 + 1;
            let text = text(value, sheet.since_1904);
            builder.put(row, left as usize + column, &text)?;
        }
        grids.push(builder.build(sheet.merges));
    }
    Ok(grids)
}

fn damaged() -> SheetFault {
    SheetFault::Damaged {
        part: String::new(),
    }
}

/// The stream of the workbook's records.
fn records(bytes: &[u8]) -> Result<Vec<u8>, SheetFault> {
    let broken = |_fault| damaged();
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(broken)?;
    if file.is_stream("/EncryptedPackage") {
        return Err(SheetFault::Encrypted);
    }
    let name = ["/Workbook", "/Book"]
        .into_iter()
        .find(|name| file.is_stream(name));
    let Some(name) = name else {
        let what = if file.is_stream("/WordDocument") {
            Other::Document
        } else if file.is_stream("/PowerPoint Document") {
            Other::Slides
        } else {
            Other::Compound
        };
        return Err(SheetFault::OtherKind { what });
    };
    let stream = file.open_stream(name).map_err(broken)?;
    if stream.len() > bytes.len() as u64 {
        return Err(damaged());
    }
    let mut records = Vec::new();
    let length = bytes.len() as u64;
    stream
        .take(length)
        .read_to_end(&mut records)
        .map_err(broken)?;
    Ok(records)
}

fn wrapped(records: &[u8]) -> std::io::Result<Vec<u8>> {
    // Version 4, with its larger sectors, is not read by calamine.
    let mut file = CompoundFile::create_with_version(Version::V3, Cursor::new(Vec::new()))?;
    file.create_stream("/Workbook")?.write_all(records)?;
    file.flush()?;
    Ok(file.into_inner().into_inner())
}

fn open(bytes: Vec<u8>) -> Result<Vec<Opened>, SheetFault> {
    let mut workbook = Xls::new(Cursor::new(bytes)).map_err(|fault| match fault {
        XlsError::Password => SheetFault::Encrypted,
        _ => damaged(),
    })?;
    let since_1904 = workbook.has_1904_epoch();
    let sheets = workbook.sheets_metadata().to_vec();
    let shown = sheets.into_iter().filter(|sheet| {
        sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible
    });
    let mut opened = Vec::new();
    for sheet in shown {
        let found = workbook.merge_cells_by_sheet_name(&sheet.name);
        let merges = found
            .unwrap_or_default()
            .iter()
            .filter_map(Merge::of)
            .collect();
        let cells = workbook
            .worksheet_range(&sheet.name)
            .map_err(|_fault| damaged())?;
        opened.push(Opened {
            name: sheet.name,
            cells,
            merges,
            since_1904,
        });
    }
    Ok(opened)
}

/// What a cell means.
fn text(value: &Data, since_1904: bool) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(value) => value.to_string(),
        Data::Float(value) => number::number(*value),
        Data::Bool(value) => number::truth(*value).to_owned(),
        Data::DateTime(moment) if moment.is_duration() => number::duration(moment.as_f64()),
        Data::DateTime(moment) => number::date(moment.as_f64(), since_1904),
        Data::DateTimeIso(text) => number::written(text),
        Data::Error(error) => error.to_string(),
    }
}
