//! Boxes to tick: every option is printed, a chosen one carries the pen's mark.

use kedang_app::forms::{Field, Kind, Lexicon, Value};
use kedang_app::paper::boxes_fit;
use maud::{Markup, html};

use super::sheet::Sheet;
use super::value::{Held, Place, said};

/// The boxes of a choice, or the word alone where there is no room for them.
pub(super) fn boxes(sheet: &Sheet<'_>, place: &Place<'_>) -> Markup {
    let options = options(sheet, place.field);
    let fits = boxes_fit(options.iter().map(|(_, word)| word.as_str()), place.width);
    let filled = !matches!(place.held, Held::Blank);
    if !fits || (place.tight && filled) {
        return written(sheet, place);
    }
    html! {
        span class="ticks" { @for (code, word) in &options {
            @let on = place.held.ticks(code);
            span class={ "opt" @if on { " on" } } {
                (mark(sheet, on)) (word) (beside(sheet, place, code, on))
            } " "
        } (said(sheet, place.held)) }
    }
}

/// The options one below the other with their number (the causes of D01-8).
pub(super) fn numbered(sheet: &Sheet<'_>, place: &Place<'_>) -> Markup {
    let options = options(sheet, place.field);
    let two = place.width > 400 && options.len() > 8;
    html! {
        ol class={ "numbered" @if two { " two" } } { @for (nth, (code, word)) in options.iter().enumerate() {
            @let on = place.held.ticks(code);
            li class=[on.then_some("marked")] {
                (nth + 1) "." (word)
                @if on { " " (mark(sheet, on)) }
            }
        } }
        (said(sheet, place.held))
    }
}

/// Codes and words of the options; the steps of a scale are their own words.
pub(super) fn options(sheet: &Sheet<'_>, field: &Field) -> Vec<(String, String)> {
    if let Kind::Scale(scale) = &field.kind {
        let steps = (scale.min..=scale.max).map(|step| step.to_string());
        return steps.map(|step| (step.clone(), step)).collect();
    }
    let codes = field.options().iter();
    codes
        .map(|code| (code.clone(), sheet.option(field, code)))
        .collect()
}

/// The box; a screen reader is told in a word whether it is ticked.
fn mark(sheet: &Sheet<'_>, on: bool) -> Markup {
    html! {
        i class="box" aria-hidden="true" {}
        @if on { span class="vh" { (sheet.t.say("cards-ticked")) } }
    }
}

/// What stands behind an option: its degree, the text of 其它 or the room for it.
fn beside(sheet: &Sheet<'_>, place: &Place<'_>, code: &str, on: bool) -> Markup {
    let Kind::Choices(kind) = &place.field.kind else {
        return html! {};
    };
    let words = Lexicon::new(sheet.words(), &place.field.path);
    let value = match place.held {
        Held::Given(value) => Some(value),
        _ => None,
    };
    let grade = value.and_then(|v| v.part("grades")?.part_text(code));
    html! {
        @if let Some(grade) = grade { span class="v" { "(" (words.grade(grade)) ")" } }
        @if kind.other.as_deref() == Some(code) { (other(value, on)) }
    }
}

fn other(value: Option<&Value>, on: bool) -> Markup {
    let text = value.and_then(|value| value.part_text("other"));
    html! {
        @if let Some(text) = text.filter(|_| on) { " " span class="v" { (text) } }
        @else { span class="gap wide" {} }
    }
}

/// The chosen word in ink, room for it else.
fn written(sheet: &Sheet<'_>, place: &Place<'_>) -> Markup {
    let Held::Given(value) = place.held else {
        return said(sheet, place.held);
    };
    let words = Lexicon::new(sheet.words(), &place.field.path);
    html! { span class="v" { (place.field.kind.as_type().text(value, words)) } }
}
