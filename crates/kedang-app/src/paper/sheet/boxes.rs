//! Boxes to tick: every option is printed, a chosen one carries the pen's mark.

use kedang_paper::{Align, Inline, Piece, Style};

use super::Sheet;
use super::answer::{Place, said};
use super::style::{PEN, PRINT, mm};
use crate::forms::{Kind, Lexicon, Value};
use crate::paper::Held;

/// Options that would take more lines than this are not printed: the word is written in.
const LINES: usize = 4;
/// Print width of the page, tenths of a millimetre.
const PAGE: usize = 1820;
/// The words of numbered options.
const SMALL: Style = Style::size(8.5);

/// The boxes of a choice, or the word alone where there is no room for them.
pub(super) fn boxes(sheet: &Sheet<'_>, place: &Place<'_>) -> Vec<Piece> {
    let options = options(sheet, place);
    let words = options.iter().map(|(_, word)| word.as_str());
    let filled = !matches!(place.held, Held::Blank);
    if !fit(words, place.width) || (place.tight && filled) {
        return written(sheet, place);
    }
    let style = if place.tight { SMALL } else { PRINT };
    let mut inlines = Vec::new();
    for (code, word) in options {
        inlines.push(Inline::Tick {
            on: place.held.ticks(&code),
            word,
            style,
        });
        beside(sheet, place, &code, &mut inlines);
    }
    let mut pieces = vec![Piece::Text(inlines, Align::Left)];
    pieces.extend(said(sheet, place.held));
    pieces
}

/// The options one below the other with their number (the causes of D01-8); many in a wide cell
/// stand in two columns.
pub(super) fn numbered(sheet: &Sheet<'_>, place: &Place<'_>) -> Vec<Piece> {
    let options = options(sheet, place);
    let two = place.width > 400 && options.len() > 8;
    let half = if two {
        options.len().div_ceil(2)
    } else {
        options.len()
    };
    let (mut columns, mut inlines) = (Vec::new(), Vec::new());
    for (nth, (code, word)) in options.iter().enumerate() {
        let on = place.held.ticks(code);
        if nth > 0 && nth % half == 0 {
            columns.push(std::mem::take(&mut inlines));
        } else if nth > 0 {
            inlines.push(Inline::Text("\n".to_owned(), SMALL));
        }
        let ink = if on { PEN.ink } else { SMALL.ink };
        let style = Style {
            bold: on,
            ..SMALL.ink(ink)
        };
        let text = format!("{}.{word}", nth + 1);
        inlines.push(Inline::Text(text, style));
        if on {
            let mark = char::from_u32(CHECK).map(String::from).unwrap_or_default();
            inlines.push(Inline::Text(mark, style));
        }
    }
    columns.push(inlines);
    let mut pieces = vec![Piece::Columns(columns)];
    pieces.extend(said(sheet, place.held));
    pieces
}

/// ✓
const CHECK: u32 = 0x2713;

/// Codes and words of the options; the steps of a scale are their own words.
fn options(sheet: &Sheet<'_>, place: &Place<'_>) -> Vec<(String, String)> {
    if let Kind::Scale(scale) = &place.field.kind {
        let steps = (scale.min..=scale.max).map(|step| step.to_string());
        return steps.map(|step| (step.clone(), step)).collect();
    }
    let codes = place.field.options().iter();
    codes
        .map(|code| (code.clone(), sheet.option(place.field, code)))
        .collect()
}

/// What stands behind an option: its degree, the text of 其它 or the room for it.
fn beside(sheet: &Sheet<'_>, place: &Place<'_>, code: &str, inlines: &mut Vec<Inline>) {
    let Kind::Choices(kind) = &place.field.kind else {
        return;
    };
    let words = Lexicon::new(sheet.words(), &place.field.path);
    let value = match place.held {
        Held::Given(value) => Some(value),
        _ => None,
    };
    let grade = value.and_then(|v| v.part("grades")?.part_text(code));
    if let Some(grade) = grade {
        inlines.push(Inline::Text(format!("({})", words.grade(grade)), PEN));
    }
    if kind.other.as_deref() == Some(code) {
        inlines.push(other(value, place.held.ticks(code)));
    }
}

fn other(value: Option<&Value>, on: bool) -> Inline {
    let text = value.and_then(|value| value.part_text("other"));
    match text.filter(|_| on) {
        Some(text) => Inline::Text(format!(" {text}"), PEN),
        None => Inline::Room {
            width: mm(20.0),
            ruled: true,
            style: PRINT,
        },
    }
}

/// The chosen word in ink, room for it else.
fn written(sheet: &Sheet<'_>, place: &Place<'_>) -> Vec<Piece> {
    let Held::Given(value) = place.held else {
        return said(sheet, place.held);
    };
    let words = Lexicon::new(sheet.words(), &place.field.path);
    let text = place.field.kind.as_type().text(value, words);
    vec![Piece::Text(vec![Inline::Text(text, PEN)], Align::Left)]
}

/// Whether boxes with these words have room in a place so many thousandths of the page wide: in no
/// more lines than are pleasant to read.
pub fn fit<'a>(words: impl Iterator<Item = &'a str>, width: u16) -> bool {
    lines(words, usize::from(width) * PAGE / 1000) <= LINES
}

/// How many lines boxes with these words take in a room of so many tenths of a millimetre.
fn lines<'a>(words: impl Iterator<Item = &'a str>, room: usize) -> usize {
    let (mut lines, mut used) = (1, 0);
    for word in words {
        let letters = word.chars().map(|c| if c.is_ascii() { 19 } else { 34 });
        let needed = 37 + letters.sum::<usize>();
        if used > 0 && used + needed > room.saturating_sub(28) {
            (lines, used) = (lines + 1, 0);
        }
        used += needed + 28;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn options_are_laid_out_as_wide_as_they_are() {
        // 男 and 女 stand beside each other in 20 mm, nine degrees do not stand in 30.
        assert_eq!(lines(["男", "女"].into_iter(), 200), 1);
        assert_eq!(lines(["男", "女"].into_iter(), 120), 2);
        assert!(lines(["大学本科"; 9].into_iter(), 310) > 4);
        assert_eq!(lines([].into_iter(), 100), 1);
    }
}
