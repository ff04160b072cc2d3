//! What the document has no place for, and what explains guarded answers: below the paper.

use kedang_app::forms::{Field, Widget};
use maud::{Markup, html};

use crate::cards::screen::{Screen, Slot, field};

/// The fields that are not printed, as on the screen; `change` after them.
pub(super) fn beside(screen: &Screen<'_>, change: &Markup) -> Markup {
    let off: Vec<(&Field, u8)> = off(screen).collect();
    if off.is_empty() && change.0.is_empty() {
        return html! {};
    }
    html! {
        div class="sheet off-paper" {
            @if !off.is_empty() {
                section class="part" {
                    h2 { (screen.say("paper-off")) }
                    div class="fields" {
                        @for (one, span) in &off { (field(&Slot::of(screen, one), (*span).max(2))) }
                    }
                }
            }
            (change)
        }
    }
}

/// The fields with a control that the layout keeps off the paper, as wide as on the screen.
pub(super) fn off<'a>(screen: &Screen<'a>) -> impl Iterator<Item = (&'a Field, u8)> {
    let form = screen.form;
    let placed = form.layout.section.iter().flat_map(|s| &s.fields);
    let printed = |field: &&Field| {
        let sign = field.kind.as_type().widget() == Widget::Signature;
        form.layout.paper.off.contains(&field.key) && !sign && !field.is_append_only()
    };
    placed.filter_map(move |placed| {
        let field = form.field(&placed.field).filter(printed)?;
        Some((field, placed.span))
    })
}
