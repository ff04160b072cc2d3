//! The sheet 变动 in a dossier.

use jiff::tz::TimeZone;
use kedang_core::change::{Change, Nature};
use kedang_words::Tongue;
use maud::{Markup, html};

use crate::components::{
    Btn, Chrome, Col, Icon, Place as At, Tone, btn_link, cell, pill, pill_hollow, sheet_flush,
    small_table,
};

/// What a reader sees of the changes of a customer.
pub(crate) struct Seen<'a> {
    /// The customer.
    pub(crate) customer: &'a str,
    /// Whether he may record one.
    pub(crate) may_edit: bool,
    /// The company's today.
    pub(crate) today: &'a str,
    /// The company's time zone.
    pub(crate) zone: &'a TimeZone,
}

/// The changes with their proof, those in force last first, and the way to record an event.
pub(crate) fn section(chrome: &Chrome, t: Tongue, seen: &Seen, changes: &[Change]) -> Markup {
    let (title, new) = (t.say("changes-title"), t.say("changes-add"));
    let address = format!("/customers/{}/changes/new", seen.customer);
    let acts = html! {
        @if seen.may_edit { (btn_link(chrome, &Btn::new(&new).small().icon(Icon::Plus), &address)) }
    };
    let body = html! {
        @if changes.is_empty() { p class="body mut" { (t.say("changes-empty")) } }
        @else { (table(chrome, t, seen, changes)) }
    };
    sheet_flush(&title, &acts, &body)
}

fn table(chrome: &Chrome, t: Tongue, seen: &Seen, changes: &[Change]) -> Markup {
    let heads = [
        "changes-effective_on",
        "changes-kind",
        "changes-what",
        "changes-proof",
        "changes-by",
    ]
    .map(|key| t.say(key));
    let cols: Vec<_> = heads
        .iter()
        .map(|label| Col {
            label,
            ..Col::default()
        })
        .collect();
    let rows = html! {
        @for change in changes {
            tr {
                (cell(At::Wide, &html! {
                    (change.effective_on)
                    @if change.effective_on.as_str() > seen.today { " " (pill_hollow(Tone::Info, &t.say("changes-planned"))) }
                }))
                (cell(At::Wide, &pill(Tone::Plum, &t.say(&format!("change-{}", change.kind)))))
                (cell(At::Wide, &what(t, change)))
                (cell(At::Wide, &html! { (proof(t, change)) }))
                (cell(At::Wide, &html! { (change.by.name) " · " (change.at.local(seen.zone)) }))
            }
        }
    };
    small_table(chrome, &t.say("changes-title"), &cols, &rows)
}

/// From what to what, and what was said of it.
fn what(t: Tongue, change: &Change) -> Markup {
    let none = t.say("customer-unanswered");
    let said = |text: &Option<String>| text.clone().unwrap_or_else(|| none.to_string());
    html! {
        @if change.before.is_some() || change.after.is_some() {
            (said(&change.before)) " → " (said(&change.after))
        }
        @if let Some(note) = &change.note {
            @if change.before.is_some() { br; }
            (note)
        }
        @if change.card.is_some() { " " span class="mut t-s" { (t.say("changes-on_card")) } }
    }
}

fn proof(t: Tongue, change: &Change) -> String {
    let is = |nature: Nature| change.nature == nature.key();
    if is(Nature::Import) {
        return t.say("nature-import").into_owned();
    }
    if is(Nature::Correction) {
        return format!("{} · {}", t.say("nature-correction"), change.proof);
    }
    change.proof.clone()
}
