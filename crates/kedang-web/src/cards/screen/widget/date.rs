//! 年 月 日, each may stay empty; solar or lunar.

use kedang_app::forms::{Kind, PartialDate};
use maud::{Markup, html};

use super::super::slot::Slot;

/// The boxes of a date as they are filled.
#[derive(Default)]
struct Boxes {
    year: String,
    month: String,
    day: String,
    lunar: bool,
    leap: bool,
}

/// A date of which all must be known has one box with a calendar; any other has three.
pub(super) fn date(slot: &Slot<'_>) -> Markup {
    let text = slot.one("");
    let read = PartialDate::parse(text).ok();
    let whole = matches!(&slot.field.kind, Kind::Date(kind) if kind.whole);
    if whole && (text.is_empty() || read.is_some_and(|d| d.day().is_some())) {
        return box_of_one(slot, "date", text);
    }
    // What could not be read comes back as it was typed; a cell of a table has room for one box.
    let cell = slot.path != slot.name;
    if whole || cell || (read.is_none() && !text.is_empty()) {
        return box_of_one(slot, "text", text);
    }
    boxes(slot, &filled(slot, read))
}

fn box_of_one(slot: &Slot<'_>, kind: &str, text: &str) -> Markup {
    html! {
        input class="in" id=(slot.id("")) name=(slot.name) type=(kind) value=(text)
            aria-label=(slot.label()) aria-invalid=[slot.invalid()];
    }
}

fn filled(slot: &Slot<'_>, read: Option<PartialDate>) -> Boxes {
    let Some(date) = read else {
        let part = |name| slot.one(name).to_owned();
        return Boxes {
            year: part("year"),
            month: part("month"),
            day: part("day"),
            lunar: slot.has("calendar", "lunar"),
            leap: !slot.one("leap").is_empty(),
        };
    };
    Boxes {
        year: date.year.map_or(String::new(), |y| y.to_string()),
        month: date.month.map_or(String::new(), |m| m.to_string()),
        day: date.day.map_or(String::new(), |d| d.to_string()),
        lunar: date.lunar,
        leap: date.leap,
    }
}

fn boxes(slot: &Slot<'_>, boxes: &Boxes) -> Markup {
    let parts = [
        ("year", &boxes.year, "cards-year", "w4", "4"),
        ("month", &boxes.month, "cards-month", "w3", "2"),
        ("day", &boxes.day, "cards-day", "w3", "2"),
    ];
    html! {
        div class="dates" {
            @for (part, text, word, class, most) in parts {
                @let word = slot.screen.say(word);
                span {
                    input class={ "in " (class) } id=(slot.id(part)) name=(slot.named(part))
                        inputmode="numeric" maxlength=(most) value=(text) autocomplete="off"
                        aria-label={ (slot.label()) " " (word) } aria-invalid=[slot.invalid()];
                    span aria-hidden="true" { (word) }
                }
            }
            label class="chip small" {
                input type="checkbox" name=(slot.named("calendar")) value="lunar" data-lunar
                    checked[boxes.lunar];
                span { (slot.screen.say("cards-lunar")) }
            }
            label class="chip small" data-leap hidden[!boxes.lunar] {
                input type="checkbox" name=(slot.named("leap")) value="1" checked[boxes.leap];
                span { (slot.screen.say("cards-leap")) }
            }
        }
    }
}
