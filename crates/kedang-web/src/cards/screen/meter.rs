//! How much of a card is known: a ring for the whole, a bar for each layer (D03-10).

use kedang_app::forms::Completeness;
use maud::{Markup, html};

use super::view::Screen;
use crate::components::ring;

/// The ring, the bars, and what to find out next.
pub(crate) fn meter(screen: &Screen<'_>, known: &Completeness) -> Markup {
    let words = screen.words();
    let next = known.next_unknown.as_deref();
    html! {
        section class="sheet meter" id="meter" {
            header { h2 { (screen.say("cards-known")) } div class="acts" { (whole(known)) } }
            div class="body" {
                @for layer in &known.layers {
                    @let name = words.layer.get(&layer.layer).map_or(layer.layer.as_str(), String::as_str);
                    p class="layer" {
                        span { (name) }
                        span class="mut" { (layer.answered) "/" (layer.applicable) }
                        meter min="0" max=(layer.applicable.max(1)) value=(layer.answered)
                            aria-label=(name) {}
                    }
                }
                @if let Some(next) = next {
                    p class="t-s" { (screen.say("cards-next_unknown")) " "
                        b { (words.label(next)) }
                    }
                } @else { p class="t-s mut" { (screen.say("cards-all_known")) } }
            }
        }
    }
}

fn whole(known: &Completeness) -> Markup {
    let percent = known.answered.saturating_mul(100) / known.applicable.max(1);
    html! {
        span class="mut nowrap" { (known.answered) "/" (known.applicable) }
        (ring(u8::try_from(percent).unwrap_or(100)))
    }
}
