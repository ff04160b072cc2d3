//! A list that opens right after the ticks it belongs to, with their severity in its head (D01-8).

use kedang_app::forms::Kind;
use maud::{Markup, html};

use super::again::clear;
use super::field::{changes, none, place};
use super::note::notes;
use super::slot::Slot;
use super::{conditional, widget};

/// The opened list. `stale`: its ticks are gone, but it still holds answers; they are asked for,
/// not dropped.
pub(super) fn cause(slot: &Slot<'_>, span: u8, stale: bool) -> Markup {
    let screen = slot.screen;
    let (post, trigger) = changes(slot);
    html! {
        fieldset class={ "cause c" (span) @if stale { " stale" } } id=(place(slot))
            aria-describedby=[slot.noted()] hx-post=[post] hx-trigger=[trigger]
            hx-swap=[trigger.map(|_| "none")] {
            legend { (slot.label()) " " (tally(slot)) }
            @if !stale { (ticked(slot)) }
            div class="ask" { (widget::control(slot)) (none(slot)) }
            (notes(slot))
            (widget::more(slot))
            @if stale { (clear(screen, &slot.name, &screen.say("cards-clear"))) }
        }
    }
}

/// How many are ticked of how many; the island counts on.
fn tally(slot: &Slot<'_>) -> Markup {
    let all = slot.field.options().len();
    if all == 0 {
        return html! {};
    }
    let ticked = slot.many("").len();
    html! {
        small class="tally" {
            (slot.screen.say("cards-ticked")) " " b data-tally { (ticked) } " / " (all)
        }
    }
}

/// The ticks that opened the list with what is noted of each: severity in one line, places and
/// photo in lines of their own.
fn ticked(slot: &Slot<'_>) -> Markup {
    let Some((opener, codes)) = conditional::opener(slot.screen, slot.field) else {
        return html! {};
    };
    let owner = Slot::of(slot.screen, opener);
    let Kind::Choices(kind) = &opener.kind else {
        return html! {};
    };
    let on = |code: &&str| owner.has("", code);
    let ticked: Vec<&str> = codes.iter().map(String::as_str).filter(on).collect();
    html! {
        div class={ "cause-head" @if widget::spots(&opener.kind) { " spots" } } {
            @for code in &ticked { (widget::spot(&owner, kind, code, ticked.len() == 1)) }
        }
    }
}
