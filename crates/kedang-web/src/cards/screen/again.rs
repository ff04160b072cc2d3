//! Sending what was typed to have the form drawn again: by htmx in place, without it as a page.

use maud::{Markup, html};

use super::view::Screen;

/// A small button that empties a list.
pub(in crate::cards) fn clear(screen: &Screen<'_>, key: &str, word: &str) -> Markup {
    let to = format!("{}?clear={key}", screen.redraw);
    html! {
        button class="btn s" type="submit" formaction=(to) formnovalidate hx-post=(to)
            hx-swap="none" { (word) }
    }
}

/// What a browser without script presses after ticking something that opens more.
pub(in crate::cards) fn refresh(screen: &Screen<'_>) -> Markup {
    html! {
        noscript {
            button class="btn" type="submit" formaction=(screen.redraw) formnovalidate {
                (screen.say("cards-refresh"))
            }
        }
    }
}
