//! A place with nothing to show, which says the next step.

use maud::{Markup, html};

use super::chrome::Chrome;
use super::icon::{Pic, pic};
use super::secrecy::Secrecy;

/// A picture, what is missing, why, and what to do now.
#[must_use]
pub fn empty(
    chrome: &Chrome<'_>,
    drawing: Pic,
    title: &str,
    text: &Markup,
    actions: &Markup,
) -> Markup {
    html! { section class="sheet empty" { (inside(chrome, drawing, title, text, actions)) } }
}

/// The same for something the reader may not see, with the edge of its class.
#[must_use]
pub fn refused(
    chrome: &Chrome<'_>,
    secrecy: Secrecy,
    title: &str,
    text: &Markup,
    actions: &Markup,
) -> Markup {
    html! {
        section class="sheet empty barred" data-sec=(secrecy.code()) {
            (inside(chrome, Pic::Locked, title, text, actions))
        }
    }
}

fn inside(
    chrome: &Chrome<'_>,
    drawing: Pic,
    title: &str,
    text: &Markup,
    actions: &Markup,
) -> Markup {
    html! {
        (pic(chrome, drawing))
        h2 { (title) }
        p { (text) }
        div class="row" { (actions) }
    }
}
