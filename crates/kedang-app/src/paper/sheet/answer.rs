//! An answer on paper: what was filled in stands in ink, 无 is written out, the rest stays blank.

use kedang_paper::{Align, Inline, Piece};

use super::Sheet;
use super::boxes::boxes;
use super::date::date;
use super::picture::named;
use super::style::{PEN, PRINT, QUIET};
use crate::forms::{Field, Kind, Lexicon, Value};
use crate::paper::Held;

/// A narrower place, in thousandths of the page, has no room for 年 月 日.
const DATE: u16 = 165;

/// A field in its place.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) field: &'a Field,
    pub(super) held: Held<'a>,
    /// How wide the place is, in thousandths of the page.
    pub(super) width: u16,
    /// Whether it is a cell of a table with rows below each other: there is less room.
    pub(super) tight: bool,
}

impl<'a> Place<'a> {
    /// A field of the card.
    pub(super) fn of(sheet: &Sheet<'a>, field: &'a Field, width: u16) -> Self {
        Self {
            field,
            held: Held::of(sheet.card, field),
            width,
            tight: false,
        }
    }
}

/// The answer.
pub(super) fn value(sheet: &Sheet<'_>, place: &Place<'_>) -> Vec<Piece> {
    match (place.held, &place.field.kind) {
        (Held::Masked, _) => said(sheet, place.held),
        (_, Kind::Choice(_) | Kind::Choices(_) | Kind::Scale(_)) => boxes(sheet, place),
        (Held::None, _) => said(sheet, place.held),
        (_, Kind::Date(_)) => {
            let inlines = date(sheet, place, place.tight || place.width < DATE);
            vec![Piece::Text(inlines, Align::Left)]
        }
        (Held::Given(value), Kind::Photo(_) | Kind::Attachment(_)) => named(sheet, place, value),
        (Held::Given(value), _) => given(sheet, place, value),
        (Held::Blank, _) => blank(sheet, place),
    }
}

/// What is said instead of a value: 无 in ink, or that it is not for this reader.
pub(super) fn said(sheet: &Sheet<'_>, held: Held<'_>) -> Vec<Piece> {
    let text = match held {
        Held::Masked => Inline::Text(sheet.say("paper-masked"), QUIET),
        Held::None => Inline::Text(sheet.say("cards-none"), PEN),
        Held::Blank | Held::Given(_) => return Vec::new(),
    };
    vec![Piece::Text(vec![text], Align::Left)]
}

/// A value in ink.
fn given(sheet: &Sheet<'_>, place: &Place<'_>, value: &Value) -> Vec<Piece> {
    let words = Lexicon::new(sheet.words(), &place.field.path);
    let text = place.field.kind.as_type().text(value, words);
    let mut inlines = match place.field.kind {
        Kind::Email(_) | Kind::Url(_) => jointed(&text),
        _ => vec![Inline::Text(text, PEN)],
    };
    if matches!(place.field.kind, Kind::Money(_)) && !place.tight {
        inlines.push(Inline::Text(format!(" {}", sheet.say("cards-yuan")), PRINT));
    }
    vec![Piece::Text(inlines, Align::Left)]
}

/// An address that may be broken behind its joints, not within a name.
fn jointed(text: &str) -> Vec<Inline> {
    let mut inlines = Vec::new();
    for part in text.split_inclusive(['@', '.', '/']) {
        inlines.push(Inline::Text(part.to_owned(), PEN));
        inlines.push(Inline::Joint);
    }
    inlines
}

/// Room to write in, with the unit at its end.
fn blank(sheet: &Sheet<'_>, place: &Place<'_>) -> Vec<Piece> {
    let words = Lexicon::new(sheet.words(), &place.field.path);
    let unit = match &place.field.kind {
        Kind::Number(number) => number.unit.as_deref(),
        Kind::Computed(computed) => computed.unit.as_deref(),
        _ => None,
    };
    let unit = match unit {
        Some(unit) => words.unit(unit).to_owned(),
        None if matches!(place.field.kind, Kind::Money(_)) && !place.tight => {
            sheet.say("cards-yuan")
        }
        None => return Vec::new(),
    };
    vec![Piece::Text(vec![Inline::Text(unit, PRINT)], Align::Right)]
}
