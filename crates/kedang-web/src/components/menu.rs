//! A button that unfolds a short list of links; works without JavaScript.

use maud::{Markup, html};

use super::chrome::Chrome;
use super::icon::{Icon, icon_small};

/// The button with its word, and the links under it: `(address, word)`.
#[must_use]
pub fn menu(chrome: &Chrome<'_>, icon: Icon, label: &str, links: &[(&str, &str)]) -> Markup {
    html! {
        details class="menu" data-island="menu" {
            summary class="btn" { (icon_small(chrome, icon)) (label) }
            div class="menu-list" {
                @for (href, word) in links { a href=(href) { (word) } }
            }
        }
    }
}
