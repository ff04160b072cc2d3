//! Steps between two ends.

use kedang_app::forms::Kind;
use maud::{Markup, html};

use super::super::slot::Slot;
use super::chips::{blank, chip};

/// The steps as a row of chips that touch.
pub(super) fn scale(slot: &Slot<'_>) -> Markup {
    let Kind::Scale(kind) = &slot.field.kind else {
        return html! {};
    };
    let chosen = slot.one("");
    html! {
        div class="chips steps-of" {
            @for step in kind.min..=kind.max {
                @let step = step.to_string();
                (chip(slot, "radio", &step, &step, chosen == step))
            }
            (blank(slot, chosen.is_empty() && !slot.is_none()))
        }
    }
}
