//! The parts of a form on a sheet.

use maud::{Markup, html};

/// A titled part of a form; `note` stands small beside the title, `fields` in twelve columns.
#[must_use]
pub fn part(title: &str, note: &str, fields: &Markup) -> Markup {
    html! {
        section class="part" {
            h2 { (title) @if !note.is_empty() { span { (note) } } }
            div class="fields" { (fields) }
        }
    }
}

/// The bar that stays in sight under a form with its buttons; the main one last.
#[must_use]
pub fn form_foot(buttons: &Markup) -> Markup {
    html! { div class="form-foot" { (buttons) } }
}
