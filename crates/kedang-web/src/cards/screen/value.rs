//! An answer as it is read: a value in ink, 无 written out, 未答 in grey.

use kedang_app::forms::{Answer, Answers, Field, Kind, Lexicon, PartialDate, Value};
use maud::{Markup, html};

use super::filed::filed;
use super::spots::spots;
use super::view::Screen;

/// What stands in a field.
pub(crate) fn value(screen: &Screen<'_>, field: &Field, answers: &Answers, path: &str) -> Markup {
    if screen.masked.iter().any(|masked| masked == path) {
        return html! { span class="none" { (screen.say("cards-masked")) } };
    }
    match answers.get(&field.key) {
        Some(Answer::None) => html! { span class="nil" { (screen.say("cards-none")) } },
        Some(Answer::Given(value)) => given(screen, field, value),
        None => html! { span class="none" { (screen.say("cards-unanswered")) } },
    }
}

/// A value in words.
pub(crate) fn given(screen: &Screen<'_>, field: &Field, value: &Value) -> Markup {
    if let Some(tiles) = filed(screen, field, value) {
        return tiles;
    }
    if let Some(spots) = spots(screen, field, value) {
        return spots;
    }
    let text = text(screen, field, value);
    match &field.kind {
        Kind::Money(_) => html! { (text) " " (screen.say("cards-yuan")) },
        Kind::LongText(_) => html! { span class="lines" { (text) } },
        Kind::Customer(_) => linked(screen, value, &text),
        _ => html! { (text) },
    }
}

/// The name of a customer, which leads to its dossier where there is one for this reader.
fn linked(screen: &Screen<'_>, value: &Value, name: &str) -> Markup {
    let to = value.part_text("ref").and_then(|id| screen.links.get(id));
    match to {
        Some(to) => html! {
            a class="und" href={ "/customers/" (to.id) } { (name) } " "
            small class="mut num" { (to.code) }
        },
        None => html! { (name) },
    }
}

fn text(screen: &Screen<'_>, field: &Field, value: &Value) -> String {
    let words = screen.words();
    match &field.kind {
        Kind::Date(_) => date(screen, value.as_text().unwrap_or_default()),
        _ => field
            .kind
            .as_type()
            .text(value, Lexicon::new(words, &field.path)),
    }
}

/// A date as people write it; a lunar one says so.
fn date(screen: &Screen<'_>, text: &str) -> String {
    let Ok(date) = PartialDate::parse(text) else {
        return text.to_owned();
    };
    let mut said = String::new();
    if date.lunar {
        said.push_str(&screen.say("cards-lunar"));
        said.push(' ');
    }
    let leap = if date.leap {
        screen.say("cards-leap")
    } else {
        String::new()
    };
    let mut parts = Vec::new();
    if let Some(year) = date.year {
        parts.push(format!("{year:04}"));
    }
    if let Some(month) = date.month {
        parts.push(format!("{leap}{month:02}"));
    }
    if let Some(day) = date.day {
        parts.push(format!("{day:02}"));
    }
    said.push_str(&parts.join("-"));
    said
}
