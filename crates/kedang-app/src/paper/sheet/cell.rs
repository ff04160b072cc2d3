//! One cell of a grid: a label, a section, a caption or an answer.

use kedang_paper::{Align, Cell as Drawn, Inline, Piece};

use super::Sheet;
use super::answer::{Place, value};
use super::boxes::numbered;
use super::hand::hand;
use super::picture::framed;
use super::style::{HEAD, LABEL, LATIN, mm};
use crate::forms::{Cell, Print, Widget, Words};

/// The cell; `width` in thousandths of the page. Over a row of answers a label heads its column.
pub(super) fn cell<'a>(sheet: &Sheet<'a>, cell: &'a Cell, width: u16, heads: bool) -> Drawn {
    let mut drawn = match &cell.value {
        Some(key) => answer(sheet, cell, key, width),
        None => said(sheet, cell, width, heads),
    };
    drawn.across = usize::from(cell.across);
    drawn.down = usize::from(cell.down);
    drawn.least = drawn.least.max(mm(f32::from(cell.height)));
    drawn
}

/// What is printed on the form.
fn said<'a>(sheet: &Sheet<'a>, cell: &'a Cell, width: u16, heads: bool) -> Drawn {
    let latin = sheet.tag != super::CHINESE;
    let styles = match (heads || cell.section.is_some(), latin) {
        (true, _) => HEAD,
        (false, true) => LATIN,
        (false, false) => LABEL,
    };
    let pick = |words: &'a Words| -> Option<&'a str> {
        if let Some(path) = &cell.label {
            return Some(words.paper_label(path));
        }
        let found = match &cell.section {
            Some(key) => words.section.get(key),
            None => words
                .caption
                .get(cell.caption.as_deref().unwrap_or_default()),
        };
        found.map(String::as_str)
    };
    let text = pick(sheet.words()).unwrap_or_default();
    let plain = !heads && cell.section.is_none();
    let short = text.chars().count();
    let han = text.chars().all(|c| !c.is_ascii());
    let long = plain && width > 400 && short >= 5;
    let mut inlines = sheet.both(pick, styles, true);
    // A label of two characters is spread over its cell as on the printed form (姓　名).
    if plain && han && short == 2 && width >= 90 && sheet.twin.is_none() {
        inlines = spread(text, styles.0);
    }
    let align = if long { Align::Left } else { Align::Middle };
    let mut drawn = Drawn::of(vec![Piece::Text(inlines, align)]);
    drawn.shade = !long;
    drawn
}

fn spread(text: &str, style: kedang_paper::Style) -> Vec<Inline> {
    let mut inlines = Vec::new();
    for c in text.chars() {
        if !inlines.is_empty() {
            inlines.push(Inline::Room {
                width: style.size,
                ruled: false,
                style,
            });
        }
        inlines.push(Inline::Text(c.to_string(), style));
    }
    inlines
}

fn answer<'a>(sheet: &Sheet<'a>, cell: &'a Cell, key: &'a str, width: u16) -> Drawn {
    let Some(field) = sheet.form.field(key) else {
        return Drawn::of(Vec::new());
    };
    let place = Place::of(sheet, field, width);
    let sign = field.kind.as_type().widget() == Widget::Signature;
    let label = || {
        let mut label = sheet.label(&field.path, LABEL, false);
        label.push(Inline::Text(sheet.say("paper-colon"), LABEL.0));
        label
    };
    match cell.print {
        _ if sign => {
            let given = sheet.card.map_or(&[][..], |view| &view.signatures);
            let mut pieces = vec![Piece::Text(label(), Align::Left)];
            pieces.extend(hand(sheet, &field.key, given, false));
            Drawn {
                top: true,
                ..Drawn::of(pieces)
            }
        }
        Print::Frame => framed(sheet, &place),
        Print::Numbered => Drawn {
            top: true,
            ..Drawn::of(numbered(sheet, &place))
        },
        Print::Labelled => {
            let mut pieces = value(sheet, &place);
            match pieces.first_mut() {
                Some(Piece::Text(text, Align::Left)) => {
                    text.splice(0..0, label());
                }
                _ => pieces.insert(0, Piece::Text(label(), Align::Left)),
            }
            Drawn::of(pieces)
        }
        Print::Plain => Drawn::of(value(sheet, &place)),
    }
}
