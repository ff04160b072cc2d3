//! Lines that are copied in one go, for another program to take. Without script a click on the text
//! selects all of it.

use maud::{Markup, html};

use super::chrome::Chrome;
use super::icon::{Icon, icon_small};

/// What is copied, and the words around it.
#[derive(Debug, Clone, Copy)]
pub struct CopyLines<'a> {
    /// What the lines are.
    pub title: &'a str,
    /// The lines, in order.
    pub lines: &'a [String],
    /// The word on the button.
    pub button: &'a str,
    /// What the button says when it is done.
    pub done: &'a str,
    /// How to copy by hand.
    pub note: &'a str,
}

/// The lines with their button, which the island shows.
#[must_use]
pub fn copy_lines(chrome: &Chrome<'_>, view: &CopyLines<'_>) -> Markup {
    html! {
        section class="copy-lines" data-island="copy" aria-label=(view.title) {
            header {
                h3 { (view.title) }
                button class="btn s" type="button" data-done=(view.done) hidden {
                    (icon_small(chrome, Icon::Doc)) span { (view.button) }
                }
                span class="vh" role="status" {}
            }
            p class="text" { (view.lines.join("\n")) }
            small class="mut" { (view.note) }
        }
    }
}
