//! Kinds are told by bytes, and doubtful files are none.

use image::ImageFormat;
use proptest::prelude::*;

use super::sniff;
use crate::Kind;
use crate::fixtures::{LOSSY_WEBP, encoded, office, zip};

const WORD: &str = "openxmlformats-officedocument.wordprocessingml.document.main+xml";
const EXCEL: &str = "openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
const POWERPOINT: &str = "openxmlformats-officedocument.presentationml.presentation.main+xml";

#[test]
fn pictures_are_known() {
    for (format, kind) in [
        (ImageFormat::Jpeg, Kind::Jpeg),
        (ImageFormat::Png, Kind::Png),
        (ImageFormat::WebP, Kind::Webp),
        (ImageFormat::Gif, Kind::Gif),
        (ImageFormat::Bmp, Kind::Bmp),
    ] {
        assert_eq!(sniff(&encoded(8, 8, format)), kind);
    }
    assert_eq!(sniff(LOSSY_WEBP), Kind::Webp);
}

#[test]
fn kinds_are_known_by_their_first_bytes() {
    let cases: &[(&[u8], Kind)] = &[
        (b"%PDF-1.7\n", Kind::Pdf),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Kind::Heic),
        (b"\0\0\0\x18ftypmif1\0\0\0\0miafavif", Kind::Heic),
        (b"\0\0\0\x14ftypisom\0\0\0\0mp42", Kind::Unknown),
        // A brand outside of the box is none.
        (b"\0\0\0\x10ftypisom\0\0\0\0heic", Kind::Unknown),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", Kind::OldOffice),
        (b"{\\rtf1\\ansi", Kind::OldOffice),
        (b"MZ\x90\0\x03", Kind::Program),
        (b"\x7fELF\x02\x01\x01", Kind::Program),
        (b"\xcf\xfa\xed\xfe\x07\0\0\x01", Kind::Program),
        (b"\xfe\xed\xfa\xce\0\0\0\x12", Kind::Program),
        (b"\xca\xfe\xba\xbe\0\0\0\x02", Kind::Program),
        (b"#!/bin/sh\nrm -rf /\n", Kind::Program),
        (b"\xef\xbb\xbf#!/bin/sh\n", Kind::Program),
        (b"L\0\0\0\x01\x14\x02\0\0", Kind::Program),
        (b"", Kind::Unknown),
        (b"\0\0\0\0", Kind::Unknown),
    ];
    for (bytes, kind) in cases {
        assert_eq!(sniff(bytes), *kind, "{}", bytes.escape_ascii());
    }
}

#[test]
fn text_is_text_to_its_end_in_the_encodings_of_the_trade() {
    let utf16 = |mark: [u8; 2], text: &str, unit: fn(u16) -> [u8; 2]| {
        let units = text.encode_utf16().flat_map(unit);
        mark.into_iter().chain(units).collect::<Vec<u8>>()
    };
    let cases: &[(&[u8], Kind)] = &[
        ("客户档案\r\n一、\t姓名".as_bytes(), Kind::Text),
        ("\u{feff}客户".as_bytes(), Kind::Text),
        (b"BM is two letters", Kind::Text),
        ("<备注> 无".as_bytes(), Kind::Text),
        (b"a < b", Kind::Text),
        // 客户 and 喆 in GBK, 㐂 in the four bytes of GB 18030.
        (b"\xbf\xcd\xbb\xa7 \x86\xb4 \x81\x39\xee\x39", Kind::Text),
        (b"\xbf\xcd\xbb", Kind::Unknown),
        (b"text\x1b[31m", Kind::Unknown),
        (b"text\0", Kind::Unknown),
        (&utf16([0xff, 0xfe], "客户", u16::to_le_bytes), Kind::Text),
        (&utf16([0xfe, 0xff], "客户", u16::to_be_bytes), Kind::Text),
        (b"\xff\xfe\x00\xd8a\0", Kind::Unknown),
        (b"\xff\xfea\0b", Kind::Unknown),
        (b"\xff\xfea\0\0\0", Kind::Unknown),
    ];
    for (bytes, kind) in cases {
        assert_eq!(sniff(bytes), *kind, "{}", bytes.escape_ascii());
    }
    let mut long = b"readable ".repeat(10_000);
    assert_eq!(sniff(&long), Kind::Text);
    long.push(0);
    assert_eq!(sniff(&long), Kind::Unknown);
}

#[test]
fn markup_is_active_however_it_begins() {
    let wide = "\u{feff}<svg>".encode_utf16().flat_map(u16::to_le_bytes);
    let cases: &[&[u8]] = &[
        b"<!DOCTYPE html><title>x</title>",
        b" \n\t<HTML>",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<?xml version='1.0'?><s:svg xmlns:s='http://www.w3.org/2000/svg'/>",
        b"<!-- a --><script>",
        b"</p><script>",
        b"\xef\xbb\xbf<html>",
        b"\xef\xbb\xbf\xef\xbb\xbf <html>",
        &wide.collect::<Vec<u8>>(),
        // GBK behind the tag does not make it text.
        b"<p>\xbf\xcd\xbb\xa7",
    ];
    for bytes in cases {
        assert_eq!(sniff(bytes), Kind::Active, "{}", bytes.escape_ascii());
    }
}

#[test]
fn office_files_are_known_by_their_list_of_content_types() {
    for (main_part, kind) in [
        (WORD, Kind::Docx),
        (EXCEL, Kind::Xlsx),
        (POWERPOINT, Kind::Pptx),
        ("ms-word.document.macroEnabled.main+xml", Kind::MacroOffice),
        ("ms-excel.sheet.MACROENABLED.main+xml", Kind::MacroOffice),
        ("ms-excel.sheet.binary.macroEnabled.main", Kind::MacroOffice),
        ("ms-office.vbaProject", Kind::MacroOffice),
        ("ms-package.xps-fixeddocument+xml", Kind::Unknown),
    ] {
        assert_eq!(sniff(&office(main_part, &[])), kind, "{main_part}");
    }
}

#[test]
fn macros_are_found_whatever_the_file_says_it_is() {
    let part: &[(&str, &[u8])] = &[("word/VBAProject.bin", b"x")];
    assert_eq!(sniff(&office(WORD, part)), Kind::MacroOffice);
    let sheet: &[(&str, &[u8])] = &[("xl/macrosheets/sheet1.xml", b"x")];
    assert_eq!(sniff(&office(EXCEL, sheet)), Kind::MacroOffice);
    let renamed = format!("{WORD}\"/><Override ContentType=\"application/vnd.ms-office.vbaProject");
    assert_eq!(sniff(&office(&renamed, &[])), Kind::MacroOffice);
    // Hidden by references, feigned in a comment, said twice, said by two lists: not taken.
    let hidden = format!("{WORD}\"/><Override ContentType=\"application/vnd.ms-office.&#118;ba");
    assert_eq!(sniff(&office(&hidden, &[])), Kind::Unknown);
    let feigned = format!("x\"/><!-- {WORD} --><Override ContentType=\"");
    assert_eq!(sniff(&office(&feigned, &[])), Kind::Unknown);
    let both = format!("{WORD}\"/><Override ContentType=\"application/vnd.{EXCEL}");
    assert_eq!(sniff(&office(&both, &[])), Kind::Unknown);
    let second: &[(&str, &[u8])] = &[("[content_types].XML", b"<Types/>")];
    assert_eq!(sniff(&office(WORD, second)), Kind::Unknown);
}

#[test]
fn archives_are_whole_or_nothing() {
    let plain = zip(&[("a.txt", b"a"), ("b.txt", b"b")]);
    assert_eq!(sniff(&plain), Kind::Zip);
    assert_eq!(
        sniff(&zip(&[("META-INF/MANIFEST.MF", b"x")])),
        Kind::Program
    );
    for length in 4..plain.len() {
        assert_eq!(sniff(&plain[..length]), Kind::Unknown, "{length}");
    }
    let word = office(WORD, &[("word/document.xml", b"<w/>")]);
    for length in 4..word.len() {
        assert_eq!(sniff(&word[..length]), Kind::Unknown, "{length}");
    }
    // A second archive behind, or anything in between: one reader would see this, another that.
    assert_eq!(sniff(&[word.clone(), plain].concat()), Kind::Unknown);
    assert_eq!(sniff(&[word.as_slice(), b"tail"].concat()), Kind::Unknown);
    let (files, end) = word.split_at(word.len() - 22);
    assert_eq!(sniff(&[files, b"gap", end].concat()), Kind::Unknown);
    assert_eq!(sniff(&[files, end].concat()), Kind::Docx);
}

#[test]
fn a_list_that_swells_is_not_unpacked_to_its_end() {
    let bomb = [b"<Types>".as_slice(), &vec![b' '; 50 << 20]].concat();
    let archive = zip(&[("[Content_Types].xml", &bomb)]);
    assert!(archive.len() < 100_000);
    assert_eq!(sniff(&archive), Kind::Unknown);
}

/// Beginnings that lead into every branch.
const BEGINNINGS: [&[u8]; 7] = [
    b"",
    b"PK\x03\x04",
    b"\0\0\0\x18ftyp",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"BM",
    b"RIFF",
];

proptest! {
    #[test]
    fn no_bytes_make_it_panic(
        beginning in proptest::sample::select(&BEGINNINGS[..]),
        rest in proptest::collection::vec(any::<u8>(), 0..600),
    ) {
        let kind = sniff(&[beginning, &rest].concat());
        // Nobody meets the list of an office file by chance.
        prop_assert!(!matches!(kind, Kind::Docx | Kind::Xlsx | Kind::Pptx));
    }

    #[test]
    fn a_changed_archive_does_not_make_it_panic(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let mut archive = office(WORD, &[("word/document.xml", b"<w/>")]);
        for (at, byte) in changes {
            let at = at.index(archive.len());
            archive[at] = byte;
        }
        prop_assert_ne!(sniff(&archive), Kind::Xlsx);
    }

    #[test]
    fn any_sentence_is_text(text in "[\\p{Han}a-z0-9 ，。\\n]{1,80}") {
        prop_assume!(!text.starts_with("#!"));
        prop_assert_eq!(sniff(text.as_bytes()), Kind::Text);
    }
}
