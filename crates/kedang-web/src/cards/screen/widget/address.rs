//! Province, city, district, and the rest in one line.

use maud::{Markup, html};

use super::super::slot::Slot;

/// The parts in order, with their words.
const PARTS: [(&str, &str, &str); 4] = [
    ("province", "cards-province", "bit"),
    ("city", "cards-city", "bit"),
    ("district", "cards-district", "bit"),
    ("detail", "cards-detail", "rest"),
];

/// Four boxes in one line, each named inside it.
pub(super) fn address(slot: &Slot<'_>) -> Markup {
    html! {
        div class="address" {
            @for (part, word, class) in PARTS {
                @let word = slot.screen.say(word);
                // One line typed alone, or sent without parts, is the rest.
                @let alone = part == "detail" && slot.one("detail").is_empty();
                input class={ "in " (class) } id=(slot.id(part)) name=(slot.named(part))
                    value=(if alone { slot.one("") } else { slot.one(part) })
                    placeholder=(word) aria-label={ (slot.label()) " " (word) } autocomplete="off"
                    aria-invalid=[slot.invalid()];
            }
        }
    }
}
