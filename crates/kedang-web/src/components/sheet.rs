//! Sheets of paper on the desk, and pairs of label and value on them.

use maud::{Markup, PreEscaped, html};

/// A titled sheet with padding; `actions` stands at the right of its head.
#[must_use]
pub fn sheet(title: &str, actions: &Markup, body: &Markup) -> Markup {
    drawn(title, actions, &html! { div class="body" { (body) } })
}

/// A titled sheet without padding, for a table or rows that reach the edges.
#[must_use]
pub fn sheet_flush(title: &str, actions: &Markup, body: &Markup) -> Markup {
    drawn(title, actions, body)
}

fn drawn(title: &str, actions: &Markup, body: &Markup) -> Markup {
    let PreEscaped(inside) = actions;
    html! {
        section class="sheet" {
            header {
                h2 { (title) }
                @if !inside.is_empty() { div class="acts" { (actions) } }
            }
            (body)
        }
    }
}

/// Label and value, one pair a line.
#[must_use]
pub fn kv(pairs: &[(&str, Markup)]) -> Markup {
    html! { dl class="kv" { (lines(pairs)) } }
}

/// Label and value, two pairs a line where there is room.
#[must_use]
pub fn kv_two(pairs: &[(&str, Markup)]) -> Markup {
    html! { dl class="kv two" { (lines(pairs)) } }
}

fn lines(pairs: &[(&str, Markup)]) -> Markup {
    html! { @for (label, value) in pairs { dt { (label) } dd { (value) } } }
}

/// The word for a value that is not there (none, unanswered), in grey.
#[must_use]
pub fn kv_none(word: &str) -> Markup {
    html! { span class="none" { (word) } }
}
