//! What the page has to say: a banner in its place, a toast over it.

use maud::{Markup, PreEscaped, html};

use super::chrome::Chrome;
use super::icon::{Icon, icon, icon_small};
use super::tone::Tone;

const fn sign(tone: Tone) -> Icon {
    match tone {
        Tone::Ok | Tone::Jade => Icon::Check,
        Tone::Warn => Icon::Clock,
        Tone::Bad => Icon::Warn,
        Tone::Info | Tone::Plum | Tone::Mute => Icon::Info,
    }
}

/// Bad news is read out at once, all else when the reader pauses.
const fn role(tone: Tone) -> &'static str {
    match tone {
        Tone::Bad => "alert",
        _ => "status",
    }
}

/// A coloured line in the page: `title` in bold, then `text`.
#[must_use]
pub fn banner(chrome: &Chrome<'_>, tone: Tone, title: &str, text: &Markup) -> Markup {
    html! {
        div class="banner" data-tone=(tone.code()) role=(role(tone)) {
            (icon(chrome, sign(tone)))
            div { @if !title.is_empty() { b { (title) } " " } (text) }
        }
    }
}

/// A dark slip at the foot of the window after something was done; `action` may take it back.
#[must_use]
pub fn toast(chrome: &Chrome<'_>, tone: Tone, text: &str, action: &Markup) -> Markup {
    let PreEscaped(inside) = action;
    html! {
        div class="toast" data-tone=(tone.code()) role=(role(tone)) {
            (icon_small(chrome, sign(tone)))
            span { (text) }
            @if !inside.is_empty() { (action) }
        }
    }
}
