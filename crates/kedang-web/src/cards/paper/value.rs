//! An answer on paper: what was filled in stands in ink, 无 is written out, the rest stays blank.

use kedang_app::forms::{Field, Kind, Lexicon, Value};
pub(super) use kedang_app::paper::Held;
use maud::{Markup, html};

use super::boxes::boxes;
use super::date::date;
use super::picture::named;
use super::sheet::Sheet;

/// A narrower place, in thousandths of the page, has no room for 年 月 日.
const DATE: u16 = 165;

/// A field in its place.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    /// Which field.
    pub(super) field: &'a Field,
    /// What is known.
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
pub(super) fn value(sheet: &Sheet<'_>, place: &Place<'_>) -> Markup {
    match (place.held, &place.field.kind) {
        (Held::Masked, _) => said(sheet, place.held),
        (_, Kind::Choice(_) | Kind::Choices(_) | Kind::Scale(_)) => boxes(sheet, place),
        (Held::None, _) => said(sheet, place.held),
        (held, Kind::Date(_)) => date(sheet, held, place.tight || place.width < DATE),
        (Held::Given(value), Kind::Photo(_) | Kind::Attachment(_)) => named(sheet, place, value),
        (Held::Given(value), _) => given(sheet, place, value),
        (Held::Blank, _) => blank(sheet, place),
    }
}

/// What is said instead of a value: 无 in ink, or that it is not for this reader.
pub(super) fn said(sheet: &Sheet<'_>, held: Held<'_>) -> Markup {
    match held {
        Held::Masked => html! { span class="quiet" { (sheet.t.say("paper-masked")) } },
        Held::None => html! { span class="v" { (sheet.t.say("cards-none")) } },
        Held::Blank | Held::Given(_) => html! {},
    }
}

/// A value in ink.
fn given(sheet: &Sheet<'_>, place: &Place<'_>, value: &Value) -> Markup {
    let words = Lexicon::new(sheet.words(), &place.field.path);
    let text = place.field.kind.as_type().text(value, words);
    let lines = matches!(place.field.kind, Kind::LongText(_));
    html! {
        span class={ "v" @if lines { " lines" } } {
            @match place.field.kind {
                Kind::Email(_) | Kind::Url(_) => (jointed(&text)),
                _ => (text),
            }
        }
        @if matches!(place.field.kind, Kind::Money(_)) && !place.tight { " " (sheet.t.say("cards-yuan")) }
    }
}

/// An address that may be broken behind its joints, not within a name.
fn jointed(text: &str) -> Markup {
    html! {
        @for part in text.split_inclusive(['@', '.', '/']) { (part) wbr; }
    }
}

/// Room to write in, with the unit behind it.
fn blank(sheet: &Sheet<'_>, place: &Place<'_>) -> Markup {
    let unit = match &place.field.kind {
        Kind::Number(number) => number.unit.as_deref(),
        Kind::Computed(computed) => computed.unit.as_deref(),
        _ => None,
    };
    let words = Lexicon::new(sheet.words(), &place.field.path);
    html! {
        @if let Some(unit) = unit { span class="unit" { (words.unit(unit)) } }
        @else if matches!(place.field.kind, Kind::Money(_)) && !place.tight {
            span class="unit" { (sheet.t.say("cards-yuan")) }
        }
    }
}
