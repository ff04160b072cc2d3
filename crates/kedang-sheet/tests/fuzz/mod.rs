//! What must hold of any file, and small files to begin with. Run here over changed seeds, and by
//! `fuzz/` under libFuzzer.

#[path = "../doors/zip.rs"]
pub(crate) mod zip;

use std::io::{Cursor, Write};

use kedang_sheet::{Reading, book};

/// Reads bytes as a file: a table or a fault, never a panic, and rows keep their order. Whether it
/// is a table.
pub fn table(bytes: &[u8]) -> bool {
    let Ok(read) = book(bytes, &Reading::default()) else {
        return false;
    };
    for sheet in &read.sheets {
        let numbers: Vec<_> = sheet.rows.iter().map(|row| row.number).collect();
        assert!(numbers.is_sorted_by(|a, b| a < b), "rows in their order");
        let first = numbers.first().is_none_or(|first| *first > sheet.header);
        assert!(first, "rows below their head");
    }
    true
}

/// Reads what stands behind the first byte as a part of a workbook, which that byte says: within a
/// container changes would only break the container.
pub fn workbook(bytes: &[u8]) -> bool {
    let Some((part, body)) = bytes.split_first() else {
        return table(bytes);
    };
    match part {
        b'S' => table(&zip::workbook(body, parts(STRINGS, STYLES))),
        b'T' => table(&zip::workbook(sheet(), parts(body, STYLES))),
        b'F' => table(&zip::workbook(sheet(), parts(STRINGS, body))),
        b'R' => table(&compound(body)),
        _ => table(body),
    }
}

/// Reads bytes as a card of an address book.
pub fn card(bytes: &[u8]) -> bool {
    let begun = bytes.to_ascii_uppercase().starts_with(b"BEGIN:VCARD");
    if begun {
        return table(bytes);
    }
    table(&[b"BEGIN:VCARD\r\n", bytes, b"\r\nEND:VCARD\r\n"].concat())
}

/// A sheet with a cell of each type and a merge.
fn sheet() -> String {
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>客户名称</v></c><c t=\"s\"><v>0</v></c></row>\
        <row r=\"3\"><c r=\"B3\" s=\"1\"><v>45356.5</v></c><c t=\"b\"><v>1</v></c>\
        <c t=\"e\"><v>#REF!</v></c><c t=\"inlineStr\"><is><r><t>a</t></r></is></c></row>";
    let merges = "<mergeCells><mergeCell ref=\"A1:A3\"/></mergeCells></worksheet>";
    zip::sheet(rows).replace("</worksheet>", merges)
}

const STRINGS: &[u8] =
    "<sst count=\"1\" uniqueCount=\"1\"><si><t>手机&amp;</t></si></sst>".as_bytes();
const STYLES: &[u8] =
    b"<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\"/></numFmts>\
    <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";

fn parts(strings: &[u8], styles: &[u8]) -> Vec<zip::Part> {
    vec![
        zip::part("xl/sharedStrings.xml", strings),
        zip::part("xl/styles.xml", styles),
    ]
}

/// Texts between delimiters, pages and workbooks that are text.
pub fn texts() -> Vec<Vec<u8>> {
    let page = "<html><table><tr><td rowspan=2 colspan=2>a<td x:num=1>1E+5&nbsp;&lt;</tr>\
        <tr><th>b<br>c</table><style><td></style>";
    let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:\
        spreadsheet\"><Style ss:ID=\"a\"><NumberFormat ss:Format=\"0000\"/></Style><Worksheet ss:Name=\"甲\">\
        <Table><Row ss:Index=\"2\"><Cell ss:MergeAcross=\"1\" ss:MergeDown=\"1\"><Data ss:Type=\"String\">名&amp;\
        </Data></Cell><Cell ss:StyleID=\"a\"><Data ss:Type=\"Number\">7</Data></Cell></Row><Row><Cell \
        ss:Index=\"3\"><Data ss:Type=\"DateTime\">1985-03-15T00:00:00.000</Data></Cell></Row></Table>\
        <WorksheetOptions><Visible>SheetVisible</Visible></WorksheetOptions></Worksheet></Workbook>";
    let seeds: [&[u8]; 4] = [
        "客户名称,手机\r\n\"王\"\"雪\",1\r\n\r\n单,\"两\n行\"\r\n".as_bytes(),
        b"\xbf\xcd\xbb\xa7\t\xca\xd6\xbb\xfa\n\xcd\xf5\t1\n",
        page.as_bytes(),
        xml.as_bytes(),
    ];
    seeds.map(<[u8]>::to_vec).to_vec()
}

pub fn cards() -> Vec<Vec<u8>> {
    let card = "BEGIN:VCARD\r\nVERSION:2.1\r\nN;ENCODING=QUOTED-PRINTABLE:=E7=8E=\r\n=8B;=E9\r\n\
        item1.TEL;TYPE=\"cell\":138\r\nADR:;;a\\;b;c;d;e;f\r\nPHOTO;ENCODING=b:aaaa\r\n aaaa\r\n\
        NOTE:a\\nb\r\nEND:VCARD\r\n";
    let lines = "VERSION:4.0\r\nFN:温絮宁\r\nTEL;TYPE=cell:13900004186\r\nBDAY:--0315";
    vec![card.as_bytes().to_vec(), lines.as_bytes().to_vec()]
}

pub fn workbooks() -> Vec<Vec<u8>> {
    let marked = |mark: &[u8], body: &[u8]| [mark, body].concat();
    let whole = zip::workbook(sheet(), parts(STRINGS, STYLES));
    vec![
        marked(b"S", sheet().as_bytes()),
        marked(b"T", STRINGS),
        marked(b"F", STYLES),
        marked(b"R", &records()),
        marked(b"W", &whole),
        marked(b"W", &compound(&records())),
    ]
}

/// The records of an old workbook.
fn records() -> Vec<u8> {
    let records: &[&[u8]] = &[
        b"\x09\x08\x10\0\0\x06\x05\0\0\0\0\0\0\0\0\0\0\0\0\0",
        b"\x85\0\x09\0\x25\0\0\0\0\0\x01\0A",
        b"\x0a\0\0\0",
        b"\x09\x08\x10\0\0\x06\x10\0\0\0\0\0\0\0\0\0\0\0\0\0",
        b"\x04\x02\x0b\0\0\0\0\0\0\0\x02\0\0ab",
        b"\x03\x02\x0e\0\x01\0\0\0\0\0\0\0\0\0\0\0\xf0\x3f",
        b"\xe5\0\x0a\0\x01\0\0\0\x01\0\0\0\0\0",
        b"\x0a\0\0\0",
    ];
    records.concat()
}

fn compound(records: &[u8]) -> Vec<u8> {
    let made = cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new()));
    let mut file = made.expect("a file");
    let mut stream = file.create_stream("/Workbook").expect("a stream");
    stream.write_all(records).expect("written");
    drop(stream);
    file.flush().expect("flushed");
    file.into_inner().into_inner()
}
