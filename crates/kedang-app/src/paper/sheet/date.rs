//! A date as a form has it: 年 月 日 are printed, the figures are written.

use kedang_paper::{Ink, Inline, Style};

use super::style::{PEN, PRINT, mm};
use super::{CHINESE, Sheet};
use crate::forms::PartialDate;
use crate::paper::Held;

/// A figure in a table, where there is little room.
const SHORT: Style = Style::size(8.6).ink(Ink::Pen);

/// The date. In the tight cell of a table it is written in one piece.
pub(super) fn date(sheet: &Sheet<'_>, held: Held<'_>, tight: bool) -> Vec<Inline> {
    let text = match held {
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
            vec![Inline::Text(said, if tight { SHORT } else { PEN })]
        }
    }
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
