//! A question that must be answered before anything else.

use maud::{Markup, html};

use super::button::{Btn, btn_link};
use super::chrome::Chrome;

/// A dialog as data.
#[derive(Debug, Clone, Copy)]
pub struct DialogView<'a> {
    /// Id of the element, named by [`dialog_link`].
    pub id: &'a str,
    /// The question.
    pub title: &'a str,
    /// True if it destroys something.
    pub danger: bool,
    /// Where the answer is posted.
    pub action: &'a str,
    /// Word of the button that leaves everything as it is.
    pub cancel_label: &'a str,
}

/// A closed dialog with a form: `body` explains and asks, `buttons` do it.
#[must_use]
pub fn dialog(view: &DialogView<'_>, body: &Markup, buttons: &Markup) -> Markup {
    let title = format!("{}-title", view.id);
    let close = format!("{}-close", view.id);
    html! {
        dialog class={ "dialog" @if view.danger { " danger" } } id=(view.id)
            aria-labelledby=(title) {
            form method="post" action=(view.action) {
                header { h2 id=(title) { (view.title) } }
                div class="body" { (body) }
                footer {
                    // In a form of its own, or Enter in a field would press it.
                    button class="btn" type="submit" form=(close) { (view.cancel_label) }
                    (buttons)
                }
            }
            form id=(close) method="dialog" {}
        }
    }
}

/// A button that opens the dialog `id`; without JavaScript it leads to `href`, which asks the same.
#[must_use]
pub fn dialog_link(chrome: &Chrome<'_>, view: &Btn<'_>, id: &str, href: &str) -> Markup {
    html! { span data-island="dialog" data-for=(id) { (btn_link(chrome, view, href)) } }
}
