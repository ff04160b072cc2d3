//! A button that unfolds a panel; works without JavaScript.

use maud::{Markup, html};

use super::chrome::Chrome;
use super::icon::{Icon, icon_small};

/// The button with its word, and `body` in the panel under it.
#[must_use]
pub fn fold(chrome: &Chrome<'_>, icon: Icon, label: &str, open: bool, body: &Markup) -> Markup {
    html! {
        details class="fold" data-island="menu" open[open] {
            summary class="btn s" { (icon_small(chrome, icon)) (label) }
            div class="panel" { (body) }
        }
    }
}
