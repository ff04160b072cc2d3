//! What ticks open of their own: the text of 其它, the severity, places and photo of each.

use kedang_app::forms::{Choices, Kind};
use maud::{Markup, html};

use super::super::conditional::hosted;
use super::super::slot::{Slot, id};
use super::spot::{spot, spots};

/// The place below the ticks; empty, but there, when nothing is open.
pub(in crate::cards::screen) fn more(slot: &Slot<'_>) -> Markup {
    let Kind::Choices(kind) = &slot.field.kind else {
        return html! {};
    };
    if kind.other.is_none() && !kind.notes_more() {
        return html! {};
    }
    html! {
        div class="grades" id={ "m-" (slot.field.key) } {
            @if kind.other.as_deref().is_some_and(|code| slot.has("", code)) { (other(slot)) }
            (alone(slot, kind))
        }
    }
}

fn other(slot: &Slot<'_>) -> Markup {
    let id = slot.id("other");
    html! {
        div class="other" {
            label for=(id) { (slot.screen.say("cards-other")) }
            input class="in" id=(id) name=(slot.named("other")) value=(slot.one("other"))
                maxlength="200" autocomplete="off";
        }
    }
}

/// What is noted of ticks that open no list of causes.
fn alone(slot: &Slot<'_>, kind: &Choices) -> Markup {
    let elsewhere = hosted(slot.screen, slot.field);
    let mut ticked = kind.options.iter().map(String::as_str);
    let bare: Vec<&str> = ticked
        .by_ref()
        .filter(|code| slot.has("", code) && !elsewhere.contains(code))
        .collect();
    let head = match spots(&slot.field.kind) {
        true => "cards-spots_only",
        false => "cards-grade_only",
    };
    html! {
        @if kind.notes_more() && !bare.is_empty() {
            div class="cause bare" {
                p class="cause-head" { (slot.screen.say(head)) }
                @for code in bare { (spot(slot, kind, code, false)) }
            }
        }
    }
}

/// The chips of one grade, named by the option they grade; `quiet` where its name stands in the
/// head of the list already.
pub(super) fn grade(slot: &Slot<'_>, grades: &[String], code: &str, quiet: bool) -> Markup {
    let part = format!("grade.{code}");
    let (name, chosen) = (slot.named(&part), slot.one(&part));
    let option = slot.option(code);
    let words = slot.screen.words().grade.get(&slot.field.path);
    let legend = id(&format!("{name}.legend"));
    html! {
        div class="sevs" role="radiogroup" aria-labelledby=(legend) {
            span id=(legend) class=[quiet.then_some("vh")] { (option) }
            @for code in grades {
                @let word = words.and_then(|w| w.get(code)).map_or(code.as_str(), String::as_str);
                label class="chip small" {
                    input type="radio" name=(name) value=(code) checked[chosen == code];
                    span { (word) }
                }
            }
            @if chosen.is_empty() {
                span class="lack" { (slot.screen.say("cards-grade_open")) }
            }
        }
    }
}
