//! The row of conditions over a list.

use maud::{Markup, PreEscaped, html};

use super::chrome::Chrome;
use super::icon::{Icon, icon_small};

/// A condition in force, as a sentence with a cross behind it.
#[derive(Debug, Clone, Copy)]
pub struct FilterPill<'a> {
    /// What is asked about, such as the word for department.
    pub label: &'a str,
    /// What is asked for.
    pub value: &'a str,
    /// The list without this condition.
    pub clear_href: &'a str,
    /// Accessible name of the cross.
    pub clear_label: &'a str,
}

/// One condition.
#[must_use]
pub fn filter_pill(chrome: &Chrome<'_>, pill: &FilterPill<'_>) -> Markup {
    html! {
        span class="fp" {
            span { (pill.label) }
            (pill.value)
            a href=(pill.clear_href) aria-label=(pill.clear_label) { (icon_small(chrome, Icon::X)) }
        }
    }
}

/// The row: segments, pills or a form at the left, `tail` at the right.
#[must_use]
pub fn filters(body: &Markup, tail: &Markup) -> Markup {
    let PreEscaped(inside) = tail;
    html! {
        div class="filters" {
            (body)
            @if !inside.is_empty() { div class="tail" { (tail) } }
        }
    }
}
