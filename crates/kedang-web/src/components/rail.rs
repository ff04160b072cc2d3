//! The rail: mark and rooms on the left, on a phone the bar at the foot.

use maud::{Markup, html};

use super::chrome::Chrome;
use super::icon::icon;
use super::page::{Page, Room};

/// The main navigation.
pub(super) fn rail(page: &Page<'_>) -> Markup {
    let chrome = &page.chrome;
    html! {
        nav class="rail" aria-label=(page.nav_label) {
            a class="brand" href=(page.home_href) {
                span class="seal" aria-hidden="true" { (chrome.seal) }
                span { b { (chrome.product) } (page.company) }
            }
            (rooms(chrome, page.rooms, "rooms"))
            @if !page.foot_rooms.is_empty() { (rooms(chrome, page.foot_rooms, "foot")) }
        }
    }
}

fn rooms(chrome: &Chrome<'_>, rooms: &[Room<'_>], class: &str) -> Markup {
    html! {
        ul class=(class) {
            @for room in rooms {
                li {
                    a class="room" href=(room.href) aria-current=[room.current.then_some("page")] {
                        (icon(chrome, room.icon))
                        (room.label)
                        @if let Some(count) = room.count { span class="n" { (count) } }
                    }
                }
            }
        }
    }
}
