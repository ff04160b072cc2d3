//! The search palette, and the hits the server sends into it.

use maud::{Markup, html};

use super::chrome::Chrome;
use super::icon::{Icon, icon};
use super::page::Find;

/// The closed dialog; its island opens it and asks `palette_url` while the reader types.
pub(super) fn palette(chrome: &Chrome<'_>, find: &Find<'_>) -> Markup {
    html! {
        dialog class="palette" id="palette" aria-label=(find.label) data-island="palette"
            data-url=(find.palette_url) {
            form class="q" method="get" action=(find.href) role="search" {
                (icon(chrome, Icon::Search))
                input name="q" type="text" role="combobox" aria-label=(find.label)
                    aria-controls="palette-hits" aria-expanded="false" aria-autocomplete="list"
                    autocomplete="off" spellcheck="false" placeholder=(find.placeholder);
                // In a form of its own, or Enter in the field would press it.
                button class="btn quiet sq s" type="submit" form="palette-close"
                    aria-label=(find.close_label) { (icon(chrome, Icon::X)) }
            }
            form id="palette-close" method="dialog" {}
            div class="hits" id="palette-hits" role="listbox" aria-label=(find.label) {}
            footer { (find.hint) }
        }
    }
}

/// One thing found.
#[derive(Debug, Clone)]
pub struct Hit<'a> {
    /// Where it is.
    pub href: &'a str,
    /// A grade, face or icon before it.
    pub mark: Markup,
    /// Its name, with `mark` elements where it matched.
    pub name: Markup,
    /// A small line behind the name.
    pub under: &'a str,
    /// A quiet word at the right.
    pub side: &'a str,
}

/// A titled group of hits: the whole answer to a query is a row of these.
#[must_use]
pub fn hit_group(id: &str, title: &str, hits: &[Hit<'_>]) -> Markup {
    html! {
        div role="group" aria-labelledby=(id) {
            h3 id=(id) role="presentation" { (title) }
            @for hit in hits {
                a class="hit" role="option" aria-selected="false" href=(hit.href) {
                    (hit.mark)
                    span { (hit.name) @if !hit.under.is_empty() { " " small { (hit.under) } } }
                    @if !hit.side.is_empty() { span class="push" { (hit.side) } }
                }
            }
        }
    }
}

/// The answer when nothing was found.
#[must_use]
pub fn hit_none(words: &str) -> Markup {
    html! { p class="none" role="status" { (words) } }
}
