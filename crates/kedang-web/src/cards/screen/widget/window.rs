//! Weekdays and a span of the day, such as the best time to call.

use maud::{Markup, html};

use super::super::slot::Slot;

/// Codes of the days, Monday first.
const DAYS: [&str; 7] = ["1", "2", "3", "4", "5", "6", "7"];

/// Seven chips, from and to.
pub(super) fn window(slot: &Slot<'_>) -> Markup {
    html! {
        div class="window" {
            div class="chips" {
                @for day in DAYS {
                    label class="chip small" {
                        input type="checkbox" name=(slot.named("days")) value=(day)
                            checked[slot.has("days", day)];
                        span { (slot.option(day)) }
                    }
                }
            }
            div class="dates" {
                (time(slot, "from", "cards-from"))
                span aria-hidden="true" { (slot.screen.say("cards-to")) }
                (time(slot, "to", "cards-until"))
            }
        }
    }
}

fn time(slot: &Slot<'_>, part: &str, word: &str) -> Markup {
    html! {
        input class="in w5" id=(slot.id(part)) name=(slot.named(part)) value=(slot.one(part))
            inputmode="numeric" maxlength="8" placeholder="00:00" autocomplete="off"
            aria-label={ (slot.label()) " " (slot.screen.say(word)) } aria-invalid=[slot.invalid()];
    }
}
