//! What a file is by its first bytes, whatever it is called.

use super::{vcard, xml};
use crate::{Other, SheetFault};

/// How the bytes of a table are wrapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A zip, as `.xlsx` is one.
    Package,
    /// A compound file, as `.xls` is one; and whatever is encrypted.
    Compound,
    /// Anything that may be text.
    Text,
}

const OTHERS: [(&[u8], Other); 20] = [
    (b"\xff\xd8\xff", Other::Image),
    (b"\x89PNG", Other::Image),
    (b"GIF8", Other::Image),
    (b"II*\0", Other::Image),
    (b"MM\0*", Other::Image),
    (b"%PDF", Other::Pdf),
    (b"{\\rtf", Other::Document),
    (b"Rar!", Other::Archive),
    (b"7z\xbc\xaf\x27\x1c", Other::Archive),
    (b"\x1f\x8b", Other::Archive),
    (b"MZ\x90", Other::Program),
    (b"MZ\0", Other::Program),
    (b"\x7fELF", Other::Program),
    (b"\xcf\xfa\xed\xfe", Other::Program),
    (b"\xca\xfe\xba\xbe", Other::Program),
    // The first record of a workbook before there were compound files (BIFF 2 to 4).
    (b"\x09\0\x04\0", Other::AncientWorkbook),
    (b"\x09\x02\x06\0", Other::AncientWorkbook),
    (b"\x09\x04\x06\0", Other::AncientWorkbook),
    (b"\x09\x08\x08\0", Other::AncientWorkbook),
    (b"\x09\x08\x10\0", Other::AncientWorkbook),
];

/// How a file is wrapped.
pub(super) fn form(bytes: &[u8]) -> Result<Form, SheetFault> {
    if bytes.is_empty() {
        return Err(SheetFault::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Form::Package);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Ok(Form::Compound);
    }
    let other = OTHERS
        .iter()
        .find(|(prefix, _)| bytes.starts_with(prefix))
        .map(|(_, other)| *other);
    match other.or_else(|| picture(bytes)) {
        Some(what) => Err(SheetFault::OtherKind { what }),
        None => Ok(Form::Text),
    }
}

/// Pictures that are known by more than a prefix, because a text may begin like one.
fn picture(bytes: &[u8]) -> Option<Other> {
    let riff = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    let heif = bytes.get(4..8) == Some(b"ftyp");
    let bitmap = bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]);
    (riff || heif || bitmap).then_some(Other::Image)
}

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    /// Cells between delimiters.
    Table,
    /// Cards of an address book.
    Cards,
    /// A web page.
    Page,
    /// A workbook written as XML.
    Workbook,
    /// XML of other kinds, or a web archive.
    Markup,
}

/// What a text is by how it begins.
pub(super) fn script(text: &str) -> Script {
    let text = text.trim_start();
    if vcard::known(text) {
        return Script::Cards;
    }
    let head: String = text.chars().take(4_096).collect();
    if xml::known(&head) {
        return Script::Workbook;
    }
    let head = head.to_ascii_lowercase();
    if head.starts_with("mime-version:") {
        return Script::Markup;
    }
    if !head.starts_with('<') {
        return Script::Table;
    }
    let page = [
        "<html",
        "<!doctype html",
        "<table",
        "<meta",
        "<style",
        "<body",
        "<div",
        "<center",
    ];
    if page.iter().any(|mark| head.contains(mark)) {
        return Script::Page;
    }
    if head.starts_with("<?xml") || head.starts_with("<!doctype") || head.starts_with("<svg") {
        return Script::Markup;
    }
    Script::Table
}
