//! The foot of a list: what is shown, and the way to what comes before and after.

use maud::{Markup, html};

use super::chrome::Chrome;
use super::icon::{Icon, icon_small};

/// Keyset paging: there are neighbours, no page numbers.
#[derive(Debug, Clone, Copy)]
pub struct Pager<'a> {
    /// Accessible name.
    pub label: &'a str,
    /// What is shown, in words.
    pub note: &'a str,
    /// `(href, label)` of the link that counts exactly, where the count was capped.
    pub count: Option<(&'a str, &'a str)>,
    /// What comes before, if anything.
    pub earlier: Option<&'a str>,
    /// Word for it.
    pub earlier_label: &'a str,
    /// What comes after, if anything.
    pub later: Option<&'a str>,
    /// Word for it.
    pub later_label: &'a str,
}

/// The foot itself; a direction with nothing in it has no button.
#[must_use]
pub fn pager(chrome: &Chrome<'_>, view: &Pager<'_>) -> Markup {
    html! {
        nav class="pager" aria-label=(view.label) {
            span { (view.note) }
            @if let Some((href, label)) = view.count { a class="und" href=(href) { (label) } }
            @if view.earlier.is_some() || view.later.is_some() {
                div class="turn" {
                    @if let Some(href) = view.earlier {
                        a class="btn s" href=(href) rel="prev" {
                            (icon_small(chrome, Icon::Left)) (view.earlier_label)
                        }
                    }
                    @if let Some(href) = view.later {
                        a class="btn s" href=(href) rel="next" {
                            (view.later_label) (icon_small(chrome, Icon::Right))
                        }
                    }
                }
            }
        }
    }
}
