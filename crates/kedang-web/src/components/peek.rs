//! A record at a glance, over the list it stands in.

use maud::{Markup, html};

use super::button::{Btn, btn_link};
use super::chrome::Chrome;
use super::icon::{Icon, icon_small};
use super::secrecy::Secrecy;

/// A neighbour in the list: its id, where its glance is, the word for the way there.
pub type Step<'a> = Option<(&'a str, &'a str, &'a str)>;

/// A glance as data.
#[derive(Debug, Clone)]
pub struct PeekView<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Class of what is shown.
    pub secrecy: Secrecy,
    /// The class as a tag.
    pub class: Markup,
    /// The one before in the list.
    pub earlier: Step<'a>,
    /// The one after.
    pub later: Step<'a>,
    /// The whole record.
    pub full: &'a str,
    /// The word for opening it.
    pub full_label: &'a str,
    /// The word for closing; without it the glance is a page of its own.
    pub close: Option<&'a str>,
}

/// Where a glance is laid, empty until one is asked for.
#[must_use]
pub fn peek_place(label: &str) -> Markup {
    html! { aside class="peek" data-island="peek" aria-label=(label) {} }
}

/// The link on a row that opens its glance; without script a page.
#[must_use]
pub fn peek_link(chrome: &Chrome<'_>, id: &str, href: &str, label: &str) -> Markup {
    html! {
        a class="look" href=(href) data-peek=(id) aria-label=(label) title=(label) {
            (icon_small(chrome, Icon::Eye))
        }
    }
}

/// The glance: a bar with the ways on, then `sections`.
#[must_use]
pub fn peek(chrome: &Chrome<'_>, view: &PeekView<'_>, sections: &Markup) -> Markup {
    let open = Btn::new(view.full_label).small();
    html! {
        div class="peek-edge" data-sec=(view.secrecy.code()) {}
        div class="peek-in" tabindex="-1" data-peeked=(view.id) aria-label=(view.name) role="group" {
            div class="peek-bar" {
                (view.class)
                span class="push" {}
                (step(chrome, &view.earlier, "earlier", Icon::Left))
                (step(chrome, &view.later, "later", Icon::Right))
                span data-full { (btn_link(chrome, &open, view.full)) }
                @if let Some(close) = view.close {
                    button class="btn quiet s sq" type="button" data-peek-close aria-label=(close) title=(close) {
                        (icon_small(chrome, Icon::X))
                    }
                }
            }
            (sections)
        }
    }
}

fn step(chrome: &Chrome<'_>, step: &Step<'_>, way: &str, sign: Icon) -> Markup {
    html! {
        @if let Some((id, href, label)) = step {
            a class="btn quiet s sq" href=(href) data-peek=(id) data-step=(way)
                aria-label=(label) title=(label) { (icon_small(chrome, sign)) }
        }
    }
}
