//! Options: one of a few, one of many, several.

use maud::{Markup, html};

use super::super::slot::Slot;

/// Chips of which one is chosen; the last one takes the choice back.
pub(super) fn radio(slot: &Slot<'_>) -> Markup {
    let chosen = slot.one("");
    html! {
        div class="chips" {
            @for code in slot.field.options() {
                (chip(slot, "radio", code, slot.option(code), chosen == code))
            }
            (blank(slot, chosen.is_empty() && !slot.is_none()))
        }
    }
}

/// The chip of no answer.
pub(super) fn blank(slot: &Slot<'_>, on: bool) -> Markup {
    html! {
        label class="chip blank" {
            input type="radio" name=(slot.name) value="" checked[on];
            span { (slot.screen.say("cards-unanswered")) }
        }
    }
}

/// Chips of which many are ticked.
pub(super) fn ticks(slot: &Slot<'_>) -> Markup {
    html! {
        div class="chips" {
            @for code in slot.field.options() {
                (chip(slot, "checkbox", code, slot.option(code), slot.has("", code)))
            }
        }
    }
}

/// One option as a real input in a chip.
pub(super) fn chip(slot: &Slot<'_>, kind: &str, code: &str, word: &str, on: bool) -> Markup {
    html! {
        label class="chip" {
            input type=(kind) name=(slot.name) value=(code) checked[on];
            span { (word) }
        }
    }
}

/// A drop-down for long lists.
pub(in crate::cards) fn select(slot: &Slot<'_>) -> Markup {
    let chosen = slot.one("");
    html! {
        select class={ "in" @if chosen.is_empty() { " mut" } } id=(slot.id("")) name=(slot.name)
            aria-invalid=[slot.invalid()] aria-describedby=[slot.noted()] {
            option value="" { (slot.screen.say("cards-unanswered")) }
            @for code in slot.field.options() {
                option value=(code) selected[chosen == code] { (slot.option(code)) }
            }
        }
    }
}
