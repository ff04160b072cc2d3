//! Answers of one line: text, numbers, codes, names.

use kedang_app::forms::Kind;
use maud::{Markup, html};

use super::super::slot::Slot;

/// One line of text.
pub(super) fn line(slot: &Slot<'_>) -> Markup {
    let linked = slot.one("ref");
    html! {
        (input(slot, "text", None, ""))
        // A name keeps its link as long as nobody takes it away.
        @if !linked.is_empty() { input type="hidden" name=(slot.named("ref")) value=(linked); }
    }
}

/// A customer by name, and beside it the code of the one on file that is meant.
pub(super) fn customer(slot: &Slot<'_>) -> Markup {
    let linked = slot.one("ref");
    // An id is for machines; what was typed and does not hold stands as it was typed.
    let known = slot.screen.links.get(linked);
    let code = known.map_or(linked, |linked| linked.code.as_str());
    let label = slot.screen.say("cards-link");
    html! {
        div class="linked" {
            (input(slot, "text", None, ""))
            input class="in" name=(slot.named("ref")) id=(slot.id("ref")) type="text" value=(code)
                placeholder=(label) aria-label={ (slot.label()) " " (label) } autocomplete="off" maxlength="64";
        }
    }
}

/// One line of a kind that phones have a keyboard for.
pub(super) fn typed(slot: &Slot<'_>, kind: &'static str) -> Markup {
    // A mail or web address is checked by the form, in words; the browser is only told by the mode.
    input(slot, "text", Some(kind), "")
}

/// A code that is read aloud in groups: credit code, ID, account, postcode.
pub(super) fn code(slot: &Slot<'_>) -> Markup {
    let mode = match slot.field.kind {
        Kind::BankAccount(_) | Kind::Postcode(_) => "numeric",
        _ => "text",
    };
    input(slot, "text", Some(mode), " code")
}

/// A number with its unit behind it.
pub(super) fn number(slot: &Slot<'_>) -> Markup {
    let unit = match &slot.field.kind {
        Kind::Number(kind) => kind.unit.as_deref(),
        _ => None,
    };
    let words = slot.screen.words();
    let unit = unit.map(|code| words.unit.get(code).map_or(code, String::as_str));
    affixed(slot, unit)
}

/// An amount in 元. Where the unit must be written it stands in the box, 500万元.
pub(super) fn money(slot: &Slot<'_>) -> Markup {
    let written = matches!(&slot.field.kind, Kind::Money(kind) if kind.unit_required);
    if written {
        let text = format!("{}{}", slot.one(""), slot.one("unit"));
        return html! {
            input class="in num" id=(slot.id("")) name=(slot.name) value=(text)
                aria-invalid=[slot.invalid()] aria-describedby=[slot.noted()];
        };
    }
    affixed(slot, Some(&slot.screen.say("cards-yuan")))
}

fn affixed(slot: &Slot<'_>, unit: Option<&str>) -> Markup {
    let control = input(slot, "text", Some("decimal"), " num");
    match unit {
        Some(unit) => html! { div class="affix" { (control) span { (unit) } } },
        None => control,
    }
}

fn input(slot: &Slot<'_>, kind: &str, mode: Option<&str>, class: &str) -> Markup {
    let value = slot.one("");
    let blank = slot
        .may_be_none()
        .then(|| slot.screen.say("cards-unanswered"));
    html! {
        input class={ "in" (class) } id=(slot.id("")) name=(slot.name) type=(kind)
            inputmode=[mode] value=[(!value.is_empty()).then_some(value)] placeholder=[blank]
            autocomplete="off" aria-required=[required(slot)] aria-invalid=[slot.invalid()]
            aria-describedby=[slot.noted()];
    }
}

/// Several lines on ruled paper.
pub(super) fn paragraph(slot: &Slot<'_>) -> Markup {
    let blank = slot
        .may_be_none()
        .then(|| slot.screen.say("cards-unanswered"));
    // A browser drops one line break right after the tag; this one, not the reader's.
    html! {
        textarea class="in" id=(slot.id("")) name=(slot.name) rows="3" placeholder=[blank]
            aria-required=[required(slot)] aria-invalid=[slot.invalid()]
            aria-describedby=[slot.noted()] { "\n" (slot.one("")) }
    }
}

fn required(slot: &Slot<'_>) -> Option<&'static str> {
    slot.screen.required(slot.field).then_some("true")
}
