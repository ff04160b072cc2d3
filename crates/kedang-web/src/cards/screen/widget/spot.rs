//! A ticked option with what is noted of it: its grade beside its name, and under one button its
//! places on the body map and its photo (D01-7).
//!
//! The button is a `details`, the places are checkboxes: all of it works without script. The island
//! `places` lets the map be pressed and says on the button what is noted.

use kedang_app::forms::{Choices, Kind};
use maud::{Markup, html};

use super::super::slot::{Slot, id};
use super::{file, grades};
use crate::cards::map::{map, plain};
use crate::components::{Icon, icon_small};

/// The line of one ticked option; `quiet` where its name stands in the head of the list already.
pub(in crate::cards) fn spot(slot: &Slot<'_>, kind: &Choices, code: &str, quiet: bool) -> Markup {
    let bare = kind.places.is_empty() && !kind.photos;
    let grade = html! {
        @if !kind.grades.is_empty() { (grades::grade(slot, &kind.grades, code, quiet && bare)) }
    };
    if bare {
        return grade;
    }
    html! {
        div class="spot" {
            @if kind.grades.is_empty() { b { (slot.option(code)) } } @else { (grade) }
            (more(slot, kind, code))
        }
    }
}

/// Places and photo, folded away under what is noted already.
fn more(slot: &Slot<'_>, kind: &Choices, code: &str) -> Markup {
    let fold = id(&format!("{}.about.{code}", slot.name));
    html! {
        details class="about-spot" id=(fold) data-island="places" {
            summary class="btn s" {
                span class="vh" { (slot.option(code)) " " }
                (icon_small(&slot.screen.chrome, Icon::Pin))
                @if !kind.places.is_empty() { (chosen(slot, kind, code)) }
                @if kind.photos { (pictured(slot, code)) }
            }
            div class="spot-body" {
                @if !kind.places.is_empty() { (places(slot, kind, code)) }
                @if kind.photos { (photo(slot, code)) }
            }
        }
    }
}

/// The places noted, as the button says them; the island says the new ones.
fn chosen(slot: &Slot<'_>, kind: &Choices, code: &str) -> Markup {
    let part = format!("place.{code}");
    let noted = kind.places.iter().filter(|place| slot.has(&part, place));
    let words: Vec<&str> = noted.map(|place| slot.place(place)).collect();
    html! {
        span { (slot.screen.say("cards-places")) }
        b data-said { (words.join("、")) }
    }
}

fn pictured(slot: &Slot<'_>, code: &str) -> Markup {
    let none = slot.one(&format!("photo.{code}.ref")).is_empty();
    html! {
        span class="with-photo" {
            (slot.screen.say("cards-spot_photo"))
            b data-pictured hidden[none] { " 1" }
        }
    }
}

/// The map, and beside it each place as a checkbox.
fn places(slot: &Slot<'_>, kind: &Choices, code: &str) -> Markup {
    let part = format!("place.{code}");
    let marked = kind.places.iter().filter(|place| slot.has(&part, place));
    let marks = plain(marked.map(String::as_str));
    html! {
        fieldset class="places" {
            legend { span class="vh" { (slot.option(code)) } (slot.screen.say("cards-places")) }
            (map(slot.screen.t, &marks, &kind.places, None))
            div class="chips" {
                @for place in &kind.places {
                    label class="chip small" {
                        input type="checkbox" name=(slot.named(&part)) value=(place)
                            checked[slot.has(&part, place)];
                        span { (slot.place(place)) }
                    }
                }
            }
            p class="help" { (slot.screen.say("cards-places_note")) }
        }
    }
}

fn photo(slot: &Slot<'_>, code: &str) -> Markup {
    let Some(to) = slot.screen.uploads else {
        return html! {};
    };
    let name = format!("{}.photo.{code}", slot.name);
    let own = Slot {
        screen: slot.screen,
        field: slot.field,
        path: name.clone(),
        name,
    };
    html! {
        fieldset class="spot-photo" {
            legend { span class="vh" { (slot.option(code)) } (slot.screen.say("cards-spot_photo")) }
            (file::photo_of_option(&own, to, slot.option(code)))
        }
    }
}

/// Whether places or photos are asked of the options of a field.
pub(in crate::cards::screen) fn spots(kind: &Kind) -> bool {
    matches!(kind, Kind::Choices(kind) if !kind.places.is_empty() || kind.photos)
}
