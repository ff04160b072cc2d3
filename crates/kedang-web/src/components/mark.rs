//! Small marks in a row: pill, grade, ring, silence.

use maud::{Markup, html};

use super::tone::Tone;

/// A state in one word with a dot of its tone.
#[must_use]
pub fn pill(tone: Tone, word: &str) -> Markup {
    html! { span class="pill" data-tone=(tone.code()) { (word) } }
}

/// The same with a hollow dot: not yet, or no longer, the real thing.
#[must_use]
pub fn pill_hollow(tone: Tone, word: &str) -> Markup {
    html! { span class="pill hollow" data-tone=(tone.code()) { (word) } }
}

/// The same without a dot, for values that are no state.
#[must_use]
pub fn pill_plain(tone: Tone, word: &str) -> Markup {
    html! { span class="pill plain" data-tone=(tone.code()) { (word) } }
}

/// A customer's grade, A to D; `label` is the word for grade. Without a letter yet the space
/// stays empty, so that names line up.
#[must_use]
pub fn grade(letter: &str, label: &str) -> Markup {
    html! {
        @if letter.is_empty() { span class="grade" data-g="" aria-hidden="true" {} }
        @else {
            span class="grade" data-g=(letter) title={ (label) " " (letter) } {
                span class="vh" { (label) " " }
                (letter)
            }
        }
    }
}

/// Completeness as a ring with the figure beside it, 0 to 100.
#[must_use]
pub fn ring(percent: u8) -> Markup {
    let percent = percent.min(100);
    let class = match percent {
        0..40 => "ring low",
        40..66 => "ring mid",
        _ => "ring",
    };
    html! {
        span class="avs" {
            svg class=(class) viewBox="0 0 20 20" aria-hidden="true" {
                circle cx="10" cy="10" r="7.5" {}
                circle cx="10" cy="10" r="7.5" pathLength="100"
                    stroke-dasharray={ (percent) " 100" } {}
            }
            (percent) "%"
        }
    }
}

/// Time since the last contact in words, from 0 (just now, pale) to 4 (long ago, red).
#[must_use]
pub fn silence(level: u8, words: &str) -> Markup {
    html! { span class="silence" data-level=(level.min(4)) { (words) } }
}

#[cfg(test)]
mod tests {
    use super::{ring, silence};

    #[test]
    fn the_ring_darkens_by_thirds_and_never_overflows() {
        for (percent, class, dash) in [
            (0, "ring low", "0 100"),
            (39, "ring low", "39 100"),
            (40, "ring mid", "40 100"),
            (66, "ring", "66 100"),
            (250, "ring", "100 100"),
        ] {
            let markup = ring(percent).into_string();
            assert!(
                markup.contains(&format!("class=\"{class}\"")),
                "{percent}: {markup}"
            );
            assert!(
                markup.contains(&format!("stroke-dasharray=\"{dash}\"")),
                "{percent}: {markup}"
            );
        }
    }

    #[test]
    fn silence_stops_at_red() {
        assert!(silence(9, "x").into_string().contains("data-level=\"4\""));
    }
}
