//! Boxes to tick with the pointer or the keyboard: real controls, drawn as the printed boxes.

use kedang_app::forms::{Kind, Print};
use maud::{Markup, html};

use super::super::boxes::options;
use super::super::sheet::Sheet;
use crate::cards::screen::Slot;

/// The boxes of all options; of a choice the last one takes the mark back.
pub(super) fn boxes(sheet: &Sheet<'_>, slot: &Slot<'_>, print: Print, width: u16) -> Markup {
    let options = options(sheet, slot.field);
    if print == Print::Numbered {
        return numbered(slot, &options, width);
    }
    let one = is_one(slot);
    html! {
        span class="ticks" {
            @for (code, word) in &options {
                (tick(slot, code, &html! { (word) })) (other(slot, code)) " "
            }
            @if one { (nothing(slot)) }
        }
    }
}

/// The options one below the other with their number (the causes of D01-8).
fn numbered(slot: &Slot<'_>, options: &[(String, String)], width: u16) -> Markup {
    let two = width > 400 && options.len() > 8;
    html! {
        ol class={ "numbered" @if two { " two" } } {
            @for (nth, (code, word)) in options.iter().enumerate() {
                li { (tick(slot, code, &html! { (nth + 1) "." (word) })) (other(slot, code)) }
            }
        }
        @if is_one(slot) { (nothing(slot)) }
    }
}

fn is_one(slot: &Slot<'_>) -> bool {
    !matches!(slot.field.kind, Kind::Choices(_))
}

fn tick(slot: &Slot<'_>, code: &str, word: &Markup) -> Markup {
    let kind = if is_one(slot) { "radio" } else { "checkbox" };
    html! {
        label class="opt" {
            input type=(kind) name=(slot.name) value=(code) checked[slot.has("", code)];
            span { (word) }
        }
    }
}

/// The line behind 其它: to write on it ticks the box.
fn other(slot: &Slot<'_>, code: &str) -> Markup {
    let Kind::Choices(kind) = &slot.field.kind else {
        return html! {};
    };
    if kind.other.as_deref() != Some(code) {
        return html! {};
    }
    let name = slot.named("other");
    html! {
        input class="in gap-in" id=(slot.id("other")) name=(name) value=(slot.one("other"))
            maxlength="200" autocomplete="off" data-ticks=(code)
            aria-label={ (slot.label()) " " (slot.option(code)) };
    }
}

/// Takes the mark back; seen only while there is one.
fn nothing(slot: &Slot<'_>) -> Markup {
    html! {
        label class="opt nothing" {
            input type="radio" name=(slot.name) value="";
            span { (slot.screen.say("cards-unanswered")) }
        }
    }
}
