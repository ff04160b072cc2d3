//! What is out of use, with a way back.

use kedang_app::forms::Field;
use maud::{Markup, html};

use super::desk::Desk;
use super::kinds::kind;
use super::panel::sections;
use super::step::step;
use crate::components::{Btn, btn};

/// The retired fields; nothing if there are none.
pub(super) fn retired(desk: &Desk<'_>) -> Markup {
    let gone: Vec<&Field> = desk.form().fields.iter().filter(|f| f.retired).collect();
    if gone.is_empty() {
        return html! {};
    }
    let title = desk.t.say("forms-retired");
    html! {
        section class="sheet" aria-label=(title) {
            header { h3 { (title) } }
            ol class="field-list" { @for field in gone { (line(desk, field)) } }
        }
    }
}

fn line(desk: &Desk<'_>, field: &Field) -> Markup {
    let all: Vec<_> = desk.form().layout.section.iter().collect();
    let back = desk.t.say("forms-revive");
    html! {
        li {
            div class="field-line" {
                span class="grow" {
                    b { (desk.words().label(&field.path)) }
                    small { (kind(desk.t, field.kind.name())) }
                }
                (step(desk, "revive_field", &field.key, &html! {
                    div class="row" {
                        (sections(desk, &all, "forms-place"))
                        (btn(&desk.chrome, &Btn::new(&back).small()))
                    }
                }))
            }
        }
    }
}
