//! Text in the encodings of Chinese offices becomes the same table.

use encoding_rs::{BIG5, GB18030};
use kedang_sheet::{Book, Reading, SheetFault, book};

const TEXT: &str =
    "客户名称,手机,备注\r\n苏州澄岸机械有限公司,13812345678,\"两行\n备注\"\r\n𬭎㐂,,。\r\n";

fn wide(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

fn plain(bytes: &[u8]) -> Result<Book, SheetFault> {
    book(bytes, &Reading::default())
}

fn in_encoding(bytes: &[u8], encoding: &str) -> Result<Book, SheetFault> {
    let reading = Reading {
        encoding: Some(encoding.to_owned()),
        headers: Vec::new(),
    };
    book(bytes, &reading)
}

#[test]
fn what_cannot_be_read_names_its_row_and_its_encoding() {
    let fault = |row, encoding| SheetFault::BadCharacter { row, encoding };
    let cases: [(Vec<u8>, SheetFault); 4] = [
        (b"a,b\n\xc9\xcf,c\n\xff,d\n".to_vec(), fault(3, "GB18030")),
        (b"a,b\nc,\xc9".to_vec(), fault(2, "GB18030")),
        // One broken byte does not make GB 18030 of a text in UTF-8.
        (
            [TEXT.as_bytes(), b"\xe7\x8e,1\n"].concat(),
            fault(5, "UTF-8"),
        ),
        (
            [
                b"\xff\xfe".to_vec(),
                wide("甲,乙\n丙", u16::to_le_bytes),
                vec![0x00, 0xd8],
            ]
            .concat(),
            fault(2, "UTF-16LE"),
        ),
    ];
    for (bytes, fault) in cases {
        assert_eq!(plain(&bytes), Err(fault));
    }
    assert_eq!(
        in_encoding(TEXT.as_bytes(), "latin9"),
        Err(SheetFault::UnknownEncoding {
            asked: "latin9".into()
        })
    );
    assert_eq!(
        in_encoding(b"a,b\n\xc9\xcf,c\n", "utf-8"),
        Err(fault(2, "UTF-8"))
    );
}

#[test]
fn every_usual_encoding_is_known_by_its_bytes() {
    let marked = format!("\u{feff}{TEXT}");
    let cases: [(Vec<u8>, &str); 7] = [
        (TEXT.as_bytes().to_vec(), "UTF-8"),
        (marked.as_bytes().to_vec(), "UTF-8"),
        (GB18030.encode(TEXT).0.into_owned(), "GB18030"),
        (wide(TEXT, u16::to_le_bytes), "UTF-16LE"),
        (wide(TEXT, u16::to_be_bytes), "UTF-16BE"),
        (wide(&marked, u16::to_le_bytes), "UTF-16LE"),
        (wide(&marked, u16::to_be_bytes), "UTF-16BE"),
    ];
    let expected = plain(TEXT.as_bytes()).expect("a table").sheets;
    assert_eq!(expected[0].rows[0].cells[2], "两行\n备注");
    assert_eq!(expected[0].rows[1].number, 3);
    for (bytes, encoding) in cases {
        let read = plain(&bytes).expect(encoding);
        assert_eq!(read.encoding, Some(encoding));
        assert_eq!(read.sheets, expected, "{encoding}");
    }
}

#[test]
fn an_encoding_that_was_chosen_is_not_guessed() {
    let text = "客戶名稱,手機\n王雪,1\n";
    let bytes = BIG5.encode(text).0;
    let read = in_encoding(&bytes, "big5").expect("a table");
    assert_eq!(read.encoding, Some("Big5"));
    assert_eq!(read.sheets[0].headers[0], "客戶名稱");
    for name in ["gbk", "GB2312", "GB18030"] {
        let read = in_encoding(&GB18030.encode(TEXT).0, name).expect(name);
        assert_eq!(read.encoding, Some("GB18030"));
    }
}
