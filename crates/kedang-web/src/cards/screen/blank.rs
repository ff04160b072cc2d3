//! The blank form, for whoever designs or chooses it: every section with its controls, places to
//! sign and records, nothing to be sent.

use kedang_app::forms::{Field, Section, Widget};
use maud::{Markup, html};

use super::field::field;
use super::numeral::numeral;
use super::section::{anchor, fields};
use super::sign::{Seal, SignBox, sign_box};
use super::slot::Slot;
use super::view::Screen;
use crate::components::{Icon, icon_small};

/// The sections as they will stand on an empty card. What is asked only under a condition is
/// counted at the end of its section.
pub(crate) fn blank(screen: &Screen<'_>) -> Markup {
    html! {
        @for (index, section) in screen.form.layout.section.iter().enumerate() {
            section class="part" id=(anchor(section)) {
                h3 class="part-title" {
                    (numeral(screen.t, index)) "\u{3000}"
                    (screen.words().section.get(&section.key).map_or("", String::as_str))
                }
                div class="fields" { (inside(screen, section)) }
            }
        }
    }
}

fn inside(screen: &Screen<'_>, section: &Section) -> Markup {
    let all: Vec<_> = fields(screen, section).collect();
    let hidden = all.iter().filter(|(one, _)| !screen.applies(one)).count();
    let hidden = i64::try_from(hidden).unwrap_or(i64::MAX);
    html! {
        @if all.is_empty() { p class="c12 mut" { (screen.say("forms-section_empty")) } }
        @for (one, span) in &all { (drawn(screen, one, *span)) }
        @if hidden > 0 {
            p class="c12 mut t-s" { (screen.t.with("forms-hidden", &[("count", hidden.into())])) }
        }
    }
}

fn drawn(screen: &Screen<'_>, one: &Field, span: u8) -> Markup {
    let label = screen.words().label(&one.path);
    if one.kind.as_type().widget() == Widget::Signature {
        let place = SignBox {
            label,
            seal: Seal::Waiting,
            when: "",
            void: "",
        };
        return html! { div class={ "c" (span.max(4)) } { (sign_box(&screen.chrome, screen.t, &place)) } };
    }
    if one.is_append_only() {
        return html! {
            p class="c12 record" {
                span class="btn" { (icon_small(&screen.chrome, Icon::List)) (label) }
            }
        };
    }
    field(&Slot::of(screen, one), span.max(2))
}
