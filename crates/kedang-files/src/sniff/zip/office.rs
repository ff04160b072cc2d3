//! What an office file is, by its list of content types (ECMA-376 part 2, 7.2.3).

use crate::Kind;

/// The list's name, lower case.
pub(super) const CONTENT_TYPES: &str = "[content_types].xml";

/// Parts of content types by which macros are known: `…macroEnabled…`, the macro sheets of
/// Excel 4, `…vbaProject`, `…vbaData`.
const MACRO_MARKS: [&str; 3] = ["macroenabled", "macrosheet", "vba"];

/// The main part of each kind that is taken.
const MAIN_PARTS: [(&str, Kind); 3] = [
    ("wordprocessingml.document.main+xml", Kind::Docx),
    ("spreadsheetml.sheet.main+xml", Kind::Xlsx),
    ("presentationml.presentation.main+xml", Kind::Pptx),
];

/// Whether a part is there only for macros; `name` in lower case.
pub(super) fn is_macro_part(name: &str) -> bool {
    name.ends_with("vbaproject.bin") || name.starts_with("xl/macrosheets/")
}

/// `Docx`, `Xlsx`, `Pptx` or `MacroOffice`; `None` for any other package.
pub(super) fn kind(list: &[u8]) -> Option<Kind> {
    let text = std::str::from_utf8(list).ok()?.to_ascii_lowercase();
    // Written with references, entities or comments, the marks below could hide or be feigned;
    // office programs write none of these.
    if text.contains("&#") || text.contains("<!") {
        return None;
    }
    if MACRO_MARKS.iter().any(|mark| text.contains(mark)) {
        return Some(Kind::MacroOffice);
    }
    let mut kinds = MAIN_PARTS
        .iter()
        .filter(|(part, _)| text.contains(part))
        .map(|(_, kind)| *kind);
    match (kinds.next(), kinds.next()) {
        (Some(kind), None) => Some(kind),
        _ => None,
    }
}
