//! A date as a form has it: 年 月 日 are printed, the figures are written.

use kedang_app::forms::PartialDate;
use kedang_words::Lang;
use maud::{Markup, html};

use super::sheet::Sheet;
use super::value::Held;

/// The date. In the tight cell of a table it is written in one piece.
pub(super) fn date(sheet: &Sheet<'_>, held: Held<'_>, tight: bool) -> Markup {
    let text = match held {
        Held::Given(value) => value.as_text().unwrap_or_default(),
        _ => "",
    };
    let known = PartialDate::parse(text).ok();
    let printed = sheet.t.lang() == Lang::Zh && !tight;
    match (known, printed) {
        (None, true) if text.is_empty() => parts(sheet, [None, None, None], ""),
        (None, _) => html! { @if !text.is_empty() { span class="v" { (text) } } },
        (Some(date), true) => {
            let year = date.year.map(|year| format!("{year:04}"));
            let [month, day] = [date.month, date.day].map(|part| part.map(|n| n.to_string()));
            parts(sheet, [year, month, day], &lunar(sheet, &date))
        }
        (Some(date), false) => {
            html! { span class="v day" { (lunar(sheet, &date)) (plain(&date)) } }
        }
    }
}

/// 农历, and 闰 if the month is one.
fn lunar(sheet: &Sheet<'_>, date: &PartialDate) -> String {
    let mut said = String::new();
    if date.lunar {
        said.push_str(&sheet.t.say("cards-lunar"));
    }
    if date.leap {
        said.push_str(&sheet.t.say("cards-leap"));
    }
    said
}

fn plain(date: &PartialDate) -> String {
    let year = date.year.map(|year| format!("{year:04}"));
    let short = [date.month, date.day].map(|part| part.map(|n| format!("{n:02}")));
    let parts = year.into_iter().chain(short.into_iter().flatten());
    parts.collect::<Vec<_>>().join("-")
}

fn parts(sheet: &Sheet<'_>, written: [Option<String>; 3], before: &str) -> Markup {
    let [year, month, day] = written;
    let keys = [
        (year, "cards-year", "gap year"),
        (month, "cards-month", "gap"),
        (day, "cards-day", "gap"),
    ];
    html! {
        span class="date" {
            @if !before.is_empty() { span class="v" { (before) " " } }
            @for (text, key, gap) in &keys {
                @if let Some(text) = text { span class="v" { (text) } }
                @else { span class=(gap) {} }
                (sheet.t.say(key))
            }
        }
    }
}
