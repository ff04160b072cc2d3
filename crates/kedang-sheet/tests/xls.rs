//! Workbooks of Excel 97 to 2003, written here record by record.

use std::io::{Cursor, Write};

use cfb::{CompoundFile, Version};
use kedang_sheet::{Kind, Other, Reading, SheetFault, book};

fn compound(stream: &str, bytes: &[u8]) -> Vec<u8> {
    let mut file =
        CompoundFile::create_with_version(Version::V3, Cursor::new(Vec::new())).expect("a file");
    let mut stream = file.create_stream(stream).expect("a stream");
    stream.write_all(bytes).expect("written");
    drop(stream);
    file.flush().expect("flushed");
    file.into_inner().into_inner()
}

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).expect("a short record");
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

fn number(row: u16, column: u16, value: f64) -> Vec<u8> {
    let mut data = Vec::new();
    for part in [row, column, 0] {
        data.extend(part.to_le_bytes());
    }
    data.extend(value.to_le_bytes());
    record(0x0203, &data)
}

fn label(row: u16, column: u16, text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut data = Vec::new();
    for part in [row, column, 0, units.len() as u16 / 2] {
        data.extend(part.to_le_bytes());
    }
    data.push(1);
    data.extend(units);
    record(0x0204, &data)
}

fn begin(of: u16) -> Vec<u8> {
    let mut data = vec![0; 16];
    data[..2].copy_from_slice(&0x0600u16.to_le_bytes());
    data[2..4].copy_from_slice(&of.to_le_bytes());
    record(0x0809, &data)
}

/// A workbook of one sheet.
fn workbook(cells: &[Vec<u8>], dimensions: [u32; 2]) -> Vec<u8> {
    let sheet = |at: u32| {
        let mut data = at.to_le_bytes().to_vec();
        data.extend([0, 0, 2, 1]);
        data.extend("客户".encode_utf16().flat_map(u16::to_le_bytes));
        record(0x0085, &data)
    };
    let end = record(0x000a, &[]);
    let head = |at| [begin(5), sheet(at), end.clone()].concat();
    let mut all = head(head(0).len() as u32);
    all.extend(begin(16));
    let [rows, columns] = dimensions;
    let mut said = vec![0; 14];
    said[4..8].copy_from_slice(&rows.to_le_bytes());
    said[10..12].copy_from_slice(&(columns as u16).to_le_bytes());
    all.extend(record(0x0200, &said));
    all.extend(cells.concat());
    all.extend(end);
    compound("/Workbook", &all)
}

#[test]
fn what_is_no_workbook_or_lies_is_refused() {
    let read = |bytes: &[u8]| book(bytes, &Reading::default());
    let other = |what| Err(SheetFault::OtherKind { what });
    let damaged = Err(SheetFault::Damaged {
        part: String::new(),
    });
    let locked = compound("/EncryptedPackage", b"x");
    assert_eq!(read(&locked), Err(SheetFault::Encrypted));
    assert_eq!(
        read(&compound("/WordDocument", b"x")),
        other(Other::Document)
    );
    assert_eq!(read(&compound("/Contents", b"x")), other(Other::Compound));
    assert_eq!(read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), damaged);
    let lies = workbook(&[label(0, 0, "客户名称")], [u32::MAX, 256]);
    assert_eq!(read(&lies), damaged);
    // Two cells, 16 million between them.
    let corners = [label(0, 0, "客户名称"), number(u16::MAX, 255, 1.0)];
    let full = SheetFault::TooManyCells {
        sheet: String::new(),
        row: 65_536,
    };
    assert_eq!(read(&workbook(&corners, [65_536, 256])), Err(full));
}

#[test]
fn an_old_workbook_is_read_as_a_new_one() {
    let cells = [
        label(0, 0, "客户名称"),
        label(0, 1, "手机"),
        label(1, 0, "王雪"),
        number(1, 1, 13_812_345_678.0),
        number(3, 1, 0.1 + 0.2),
    ];
    let read = book(&workbook(&cells, [4, 2]), &Reading::default()).expect("a book");
    assert_eq!((read.kind, read.encoding), (Kind::Xls, None));
    let sheet = &read.sheets[0];
    assert_eq!((sheet.name.as_str(), sheet.header), ("客户", 1));
    assert_eq!(sheet.headers, ["客户名称", "手机"]);
    assert_eq!(sheet.rows[0].cells, ["王雪", "13812345678"]);
    assert_eq!((sheet.rows[1].number, &*sheet.rows[1].cells[1]), (4, "0.3"));
}
