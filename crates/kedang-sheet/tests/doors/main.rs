//! Files that are not what they seem: each is refused by name, or read at no cost. None may take
//! more than 256 MB or 20 s.

mod zip;

use std::fmt::Write;

use kedang_sheet::{Book, Other, Reading, SheetFault as Fault, book};
use zip::{part, sheet, workbook, zip};

fn read(bytes: &[u8]) -> Result<Book, Fault> {
    book(bytes, &Reading::default())
}

/// A cell with its text in itself.
fn cell(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

fn head() -> String {
    format!("<row r=\"1\">{}</row>", cell("A1", "客户名称"))
}

#[test]
fn what_is_called_a_workbook_is_known_by_its_bytes() {
    let word = zip(&[
        part("[Content_Types].xml", ""),
        part("word/document.xml", ""),
    ]);
    let slides = zip(&[part("ppt/presentation.xml", "")]);
    let open = zip(&[part("mimetype", ""), part("content.xml", "")]);
    let binary = zip(&[part("xl/workbook.bin", "")]);
    let archive = zip(&[part("客户.csv", "a,b")]);
    let cases: [(&[u8], Other); 12] = [
        (&word, Other::Document),
        (&slides, Other::Slides),
        (&open, Other::OpenDocument),
        (&binary, Other::BinaryWorkbook),
        (&archive, Other::Archive),
        (b"Rar!\x1a\x07\0", Other::Archive),
        (b"\x89PNG\r\n\x1a\n", Other::Image),
        (b"\xff\xd8\xff\xe0\0", Other::Image),
        (b"RIFF\0\0\0\0WEBPVP8 ", Other::Image),
        (b"%PDF-1.7\n", Other::Pdf),
        (b"MZ\x90\0\x03", Other::Program),
        (b"\x09\x08\x10\0\0\x06\x05\0", Other::AncientWorkbook),
    ];
    for (bytes, what) in cases {
        assert_eq!(read(bytes), Err(Fault::OtherKind { what }));
    }
    assert_eq!(read(b""), Err(Fault::Empty));
}

#[test]
fn a_package_that_lies_is_refused_by_the_part() {
    let forged = |part: &str| Err(Fault::PartForged { part: part.into() });
    for name in [
        "../a.xml",
        "/a.xml",
        "xl\\a.xml",
        "C:a.xml",
        "xl/worksheets/SHEET1.xml",
    ] {
        let bytes = workbook(sheet(&head()), vec![part(name, "<a/>")]);
        assert_eq!(read(&bytes), forged(name));
    }
    for said in [3, 5_000] {
        let mut lie = part("xl/styles.xml", "<styleSheet/>");
        lie.said = Some(said);
        let bytes = workbook(sheet(&head()), vec![lie]);
        assert_eq!(read(&bytes), forged("xl/styles.xml"), "{said}");
    }
    let strings = "<sst b='>' uniqueCount=\"99999999999999\"><si><t>a</t></si></sst>";
    let bytes = workbook(sheet(&head()), vec![part("xl/sharedStrings.xml", strings)]);
    assert_eq!(read(&bytes), forged("xl/sharedStrings.xml"));
    for evil in [
        "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>",
        "<?xml version='1.0'?>\n<!DOCTYPE a>",
    ] {
        let bytes = workbook(sheet(&head()), vec![part("docProps/app.xml", evil)]);
        let part = "docProps/app.xml".into();
        assert_eq!(read(&bytes), Err(Fault::Dtd { part }));
    }
}

#[test]
fn a_workbook_that_is_cut_off_is_damaged_wherever() {
    let whole = workbook(sheet(&head()), Vec::new());
    assert!(read(&whole).is_ok());
    for length in 4..whole.len() {
        let read = read(&whole[..length]);
        assert!(
            matches!(read, Err(Fault::Damaged { .. })),
            "{length}: {read:?}"
        );
    }
    let open = workbook(format!("<worksheet><sheetData>{}", head()), Vec::new());
    let sheet = "客户".to_owned();
    assert_eq!(read(&open), Err(Fault::SheetDamaged { sheet, row: 1 }));
}

#[test]
fn what_inflates_beyond_measure_is_refused() {
    let nothing = vec![b' '; 64 << 20];
    let bytes = workbook(sheet(&head()), vec![part("xl/media/a.xml", nothing)]);
    assert!(matches!(read(&bytes), Err(Fault::PartTooLarge { .. })));
    let mut many = part("xl/media/a.png", "a");
    many.said = Some(600 << 20);
    let bytes = workbook(sheet(&head()), vec![many]);
    assert!(matches!(read(&bytes), Err(Fault::PartTooLarge { .. })));
    let parts = (0..10_001)
        .map(|number| part(&format!("xl/{number}.bin"), ""))
        .collect();
    let bytes = workbook(sheet(&head()), parts);
    assert!(matches!(read(&bytes), Err(Fault::TooManyParts { .. })));
}

#[test]
fn a_sheet_that_is_too_much_names_sheet_row_and_column() {
    let name = || "客户".to_owned();
    let noise: String = (0..2_000_000)
        .map(|n: u32| char::from(b'a' + (n.wrapping_mul(n) % 23) as u8))
        .collect();
    let long = format!("{}<row r=\"7\">{}</row>", head(), cell("B7", &noise));
    let fault = Fault::CellTooLong {
        sheet: name(),
        row: 7,
        column: 2,
        max: 1 << 20,
    };
    assert_eq!(read(&workbook(sheet(&long), Vec::new())), Err(fault));
    let mut far = head();
    for row in 2..2_000 {
        let place = format!("XFD{row}");
        write!(far, "<row r=\"{row}\">{}</row>", cell(&place, "a")).expect("written");
    }
    let full = read(&workbook(sheet(&far), Vec::new()));
    assert!(
        matches!(full, Err(Fault::TooManyCells { row: 2.., .. })),
        "{full:?}"
    );
    let commas = ",".repeat(16_384);
    let wide = read(format!("a,b\n{commas}\n").as_bytes());
    assert!(matches!(wide, Err(Fault::TooManyColumns { row: 2, .. })));
    let quote = format!("a,b\nc,\"{}", "d\n".repeat(600_000));
    let open = read(quote.as_bytes());
    assert!(matches!(
        open,
        Err(Fault::CellTooLong {
            row: 2,
            column: 2,
            ..
        })
    ));
}

#[test]
fn empty_formatted_rows_and_a_wrong_dimension_cost_nothing() {
    let mut rows = head();
    for row in 2..=1_048_576 {
        write!(
            rows,
            "<row r=\"{row}\" s=\"1\"><c r=\"A{row}\" s=\"1\"/></row>"
        )
        .expect("written");
    }
    let book = read(&workbook(sheet(&rows), Vec::new())).expect("a book");
    assert_eq!(
        (book.sheets[0].headers.len(), book.sheets[0].rows.len()),
        (1, 0)
    );
    let mut wide = String::from("<row r=\"1\">");
    for column in 0..16_384 {
        write!(wide, "<c t=\"str\"><v>列{column}</v></c>").expect("written");
    }
    let book = read(&workbook(sheet(&format!("{wide}</row>")), Vec::new())).expect("a book");
    assert_eq!(book.sheets[0].headers.len(), 16_384);
}
