//! Photos and papers: in a frame they are glued in, elsewhere they are named.

use kedang_paper::{Align, Cell, Inline, Picture, Piece};

use super::Sheet;
use super::answer::{Place, value};
use super::style::{LABEL, PEN, PRINT, mm};
use crate::forms::{Kind, Lexicon, Value};
use crate::paper::Held;

/// The least height of a frame.
const FRAME: f32 = 20.0;
/// The least height of a paper in a frame, points: some 76 mm.
const GLUED: u16 = 215;

/// A frame: what was glued in, else its name in the middle (护理处方粘贴处, D01-12).
pub(super) fn framed<'a>(sheet: &Sheet<'a>, place: &Place<'a>) -> Cell {
    let label = || Piece::Text(sheet.label(&place.field.path, LABEL, true), Align::Middle);
    let Held::Given(given) = place.held else {
        let mut pieces = vec![label()];
        if !matches!(place.held, Held::Blank) {
            pieces.extend(value(sheet, place));
        }
        return Cell {
            glue: true,
            least: mm(FRAME),
            ..Cell::of(pieces)
        };
    };
    let pieces = match &place.field.kind {
        Kind::Photo(_) => photo(sheet, place, given),
        Kind::Attachment(_) => {
            let files = given.items().iter().flat_map(|file| paper(sheet, file));
            std::iter::once(label()).chain(files).collect()
        }
        _ => std::iter::once(label())
            .chain(value(sheet, place))
            .collect(),
    };
    Cell {
        top: true,
        least: mm(FRAME),
        ..Cell::of(pieces)
    }
}

fn picture(sheet: &Sheet<'_>, file: &Value, least: u16) -> Option<Piece> {
    let jpeg = sheet.pictures.get(file.part_text("ref")?)?.clone();
    Some(Piece::Picture(Picture { jpeg, least }))
}

/// The photo fills its place; it never makes the place larger.
fn photo(sheet: &Sheet<'_>, place: &Place<'_>, photo: &Value) -> Vec<Piece> {
    match picture(sheet, photo, 40) {
        Some(piece) => vec![piece],
        None => named(sheet, place, photo),
    }
}

/// One of several papers: its picture, or its name where it has none.
fn paper(sheet: &Sheet<'_>, file: &Value) -> Vec<Piece> {
    let name = file.part_text("name").unwrap_or_default();
    match picture(sheet, file, GLUED) {
        Some(piece) => vec![piece],
        None => {
            let said = Inline::Text(format!("{} ", sheet.say("paper-enclosed")), PRINT);
            let name = Inline::Text(name.to_owned(), PEN);
            vec![Piece::Text(vec![said, name], Align::Left)]
        }
    }
}

/// Files that have no frame are named.
pub(super) fn named(sheet: &Sheet<'_>, place: &Place<'_>, value: &Value) -> Vec<Piece> {
    let words = Lexicon::new(sheet.words(), &place.field.path);
    let text = place.field.kind.as_type().text(value, words);
    let said = if text.is_empty() {
        sheet.say("paper-enclosed")
    } else {
        text
    };
    vec![Piece::Text(vec![Inline::Text(said, PEN)], Align::Left)]
}
