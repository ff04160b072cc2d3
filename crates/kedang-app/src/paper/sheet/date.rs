//! A date as a form has it: 年 月 日 are printed, the figures are written.

use kedang_paper::{Ink, Inline, Style};

use super::answer::Place;
use super::style::{PEN, PRINT, mm};
use super::{CHINESE, Sheet};
use crate::forms::PartialDate;
use crate::paper::Held;

/// A figure in a table, where there is little room.
const SHORT: Style = Style::size(8.6).ink(Ink::Pen);
/// Smaller than this it could not be read.
const LEAST: f32 = 6.4;
/// What a cell has between its rules and the text, points.
const PADS: f32 = 7.6;
/// Ems of a figure, and of all that stands between figures.
const EMS: (f32, f32) = (0.56, 0.37);

/// The date. In the tight cell of a table it is written in one piece.
pub(super) fn date(sheet: &Sheet<'_>, place: &Place<'_>, tight: bool) -> Vec<Inline> {
    let text = match place.held {
        Held::Given(value) => value.as_text().unwrap_or_default(),
        _ => "",
    };
    let known = PartialDate::parse(text).ok();
    let printed = sheet.tag == CHINESE && !tight;
    match (known, printed) {
        (None, true) if text.is_empty() => parts(sheet, [None, None, None], ""),
        (None, _) if text.is_empty() => Vec::new(),
        (None, _) => vec![Inline::Text(text.to_owned(), PEN)],
        (Some(date), true) => {
            let year = date.year.map(|year| format!("{year:04}"));
            let [month, day] = [date.month, date.day].map(|part| part.map(|n| n.to_string()));
            parts(sheet, [year, month, day], &lunar(sheet, &date))
        }
        (Some(date), false) => {
            let said = format!("{}{}", lunar(sheet, &date), plain(&date));
            let style = if tight {
                short(&said, place.width)
            } else {
                PEN
            };
            vec![Inline::Text(said, style)]
        }
    }
}

/// As large as goes into a place so many thousandths of the page wide: a date is not broken.
fn short(said: &str, width: u16) -> Style {
    let ems = |c: char| match c {
        c if c.is_ascii_digit() => EMS.0,
        c if c.is_ascii() => EMS.1,
        _ => 1.0,
    };
    let ems: f32 = said.chars().map(ems).sum();
    let room = f32::from(width) / 1_000.0 * mm(182.0) - PADS;
    Style::size(SHORT.size.min(room / ems).max(LEAST)).ink(Ink::Pen)
}

/// 农历, and 闰 if the month is one.
fn lunar(sheet: &Sheet<'_>, date: &PartialDate) -> String {
    let mut said = String::new();
    if date.lunar {
        said.push_str(&sheet.say("cards-lunar"));
    }
    if date.leap {
        said.push_str(&sheet.say("cards-leap"));
    }
    said
}

fn plain(date: &PartialDate) -> String {
    let year = date.year.map(|year| format!("{year:04}"));
    let short = [date.month, date.day].map(|part| part.map(|n| format!("{n:02}")));
    let parts = year.into_iter().chain(short.into_iter().flatten());
    parts.collect::<Vec<_>>().join("-")
}

fn parts(sheet: &Sheet<'_>, written: [Option<String>; 3], before: &str) -> Vec<Inline> {
    let [year, month, day] = written;
    let mut inlines = Vec::new();
    if !before.is_empty() {
        inlines.push(Inline::Text(format!("{before} "), PEN));
    }
    let keys = [
        (year, sheet.say("cards-year"), 8.0),
        (month, sheet.say("cards-month"), 4.5),
        (day, sheet.say("cards-day"), 4.5),
    ];
    for (text, word, gap) in keys {
        inlines.push(match text {
            Some(text) => Inline::Text(format!(" {text} "), PEN),
            None => Inline::Room {
                width: mm(gap),
                ruled: false,
                style: PRINT,
            },
        });
        inlines.push(Inline::Text(word, PRINT));
    }
    inlines
}
