//! Files that went wrong on their way: any byte changed, cut, doubled or moved makes a table or a
//! fault, never a panic, and rows keep their order. `KEDANG_MUTATIONS` says how many of each kind;
//! a failure prints its seed.

#[path = "doors/zip.rs"]
mod zip;

use std::io::{Cursor, Write};

use kedang_sheet::{Reading, book};
use rust_xlsxwriter::{Format, Workbook};

/// A generator of Marsaglia's (xorshift64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides.max(1) as u64) as usize
    }
}

fn mutated(seed: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=dice.roll(6) {
        let at = dice.roll(bytes.len());
        let until = (at + dice.roll(40)).min(bytes.len());
        match dice.roll(6) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..until)),
            2 => {
                let copy = bytes[at..until].to_vec();
                let place = dice.roll(bytes.len());
                bytes.splice(place..place, copy);
            }
            3 => bytes.insert(at, b"\0\"<>&,;:=\r\n\xff\x80"[dice.roll(13)]),
            _ if at < bytes.len() => bytes[at] = dice.roll(256) as u8,
            _ => {}
        }
    }
    bytes
}

fn survives(name: &str, seed: &[u8]) {
    wrapped(name, seed, <[u8]>::to_vec);
}

#[expect(
    clippy::disallowed_methods,
    reason = "how long a test runs is no setting of the product"
)]
fn count() -> u64 {
    let count = std::env::var("KEDANG_MUTATIONS").ok();
    count.and_then(|count| count.parse().ok()).unwrap_or(300)
}

/// Changes `seed` and reads what `wrap` makes of it: within a container the changes would only
/// break the container.
fn wrapped(name: &str, seed: &[u8], wrap: impl Fn(&[u8]) -> Vec<u8>) {
    let count = count();
    assert!(
        book(&wrap(seed), &Reading::default()).is_ok(),
        "{name} itself"
    );
    let mut tables = 0;
    for round in 1..=count {
        let mut dice = Dice(round.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let bytes = wrap(&mutated(seed, &mut dice));
        let Ok(read) = book(&bytes, &Reading::default()) else {
            continue;
        };
        tables += 1;
        for sheet in read.sheets {
            let numbers: Vec<_> = sheet.rows.iter().map(|row| row.number).collect();
            assert!(numbers.is_sorted_by(|a, b| a < b), "{name}, seed {round}");
            let first = numbers.first().is_none_or(|first| *first > sheet.header);
            assert!(first, "{name}, seed {round}");
        }
    }
    println!("fuzz-corpus: {name} {count} files, {tables} still a table");
}

fn xlsx() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let plain = Format::new();
    let mut fill = || {
        sheet.merge_range(0, 0, 0, 2, "客户一览表", &plain)?;
        sheet.merge_range(1, 0, 2, 0, "客户名称", &plain)?;
        sheet.merge_range(1, 1, 1, 2, "联系方式", &plain)?;
        sheet.write(2, 1, "手机")?;
        sheet.write(2, 2, "电话")?;
        sheet.merge_range(3, 0, 5, 0, "苏州澄岸", &plain)?;
        sheet.write(4, 1, 13_812_345_678_u64)?;
        sheet.write(5, 2, true).map(drop)
    };
    fill().expect("a sheet");
    workbook.save_to_buffer().expect("a workbook")
}

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

#[test]
fn text_survives() {
    survives(
        "csv",
        "客户名称,手机\r\n\"王\"\"雪\",1\r\n\r\n单,\"两\n行\"\r\n".as_bytes(),
    );
    survives("tabs", b"\xbf\xcd\xbb\xa7\t\xca\xd6\xbb\xfa\n\xcd\xf5\t1\n");
}

#[test]
fn cards_survive() {
    let card = "BEGIN:VCARD\r\nVERSION:2.1\r\nN;ENCODING=QUOTED-PRINTABLE:=E7=8E=\r\n=8B;=E9\r\n\
        item1.TEL;TYPE=\"cell\":138\r\nADR:;;a\\;b;c;d;e;f\r\nPHOTO;ENCODING=b:aaaa\r\n aaaa\r\n\
        NOTE:a\\nb\r\nEND:VCARD\r\n";
    survives("vcard", card.as_bytes());
}

#[test]
fn pages_survive() {
    let page = "<html><table><tr><td rowspan=2 colspan=2>a<td x:num=1>1E+5&nbsp;&lt;</tr>\
        <tr><th>b<br>c</table><style><td></style>";
    survives("html", page.as_bytes());
}

#[test]
fn workbooks_survive() {
    survives("xlsx", &xlsx());
    survives("xls", &compound(&records()));
    wrapped("records", &records(), compound);
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>客户名称</v></c><c t=\"s\"><v>0</v></c></row>\
        <row r=\"3\"><c r=\"B3\" s=\"1\"><v>45356.5</v></c><c t=\"b\"><v>1</v></c>\
        <c t=\"e\"><v>#REF!</v></c><c t=\"inlineStr\"><is><r><t>a</t></r></is></c></row>";
    let sheet = zip::sheet(rows).replace(
        "</worksheet>",
        "<mergeCells><mergeCell ref=\"A1:A3\"/></mergeCells></worksheet>",
    );
    let strings = "<sst count=\"1\" uniqueCount=\"1\"><si><t>手机&amp;</t></si></sst>";
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\"/></numFmts>\
        <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
    let more = |strings: &[u8], styles: &[u8]| {
        vec![
            zip::part("xl/sharedStrings.xml", strings),
            zip::part("xl/styles.xml", styles),
        ]
    };
    let (plain, plainly) = (strings.as_bytes(), styles.as_bytes());
    wrapped("sheet", sheet.as_bytes(), |sheet| {
        zip::workbook(sheet, more(plain, plainly))
    });
    wrapped("strings", plain, |strings| {
        zip::workbook(sheet.as_str(), more(strings, plainly))
    });
    wrapped("styles", plainly, |styles| {
        zip::workbook(sheet.as_str(), more(plain, styles))
    });
}
