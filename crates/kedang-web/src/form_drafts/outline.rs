//! The left pane: sections and fields in their order, each with its buttons, one panel open.

use kedang_app::forms::{Field, Section};
use maud::{Markup, html};

use super::add;
use super::desk::Desk;
use super::kinds::kind;
use super::names::{new_section, section_name, title};
use super::open::Open;
use super::panel::panel;
use super::retired::retired;
use super::step::{opener, quick};
use crate::components::{Icon, icon_small};

/// The name, the sections, what is out of use.
pub(super) fn outline(desk: &Desk<'_>) -> Markup {
    html! {
        (title(desk))
        @for section in &desk.form().layout.section { (one(desk, section)) }
        (new_section(desk))
        (retired(desk))
    }
}

fn one(desk: &Desk<'_>, section: &Section) -> Markup {
    let (t, key) = (desk.t, section.key.as_str());
    let name = heading(desk, section);
    let about = |word: &str| format!("{}：{name}", t.say(word));
    let naming = desk.open == Open::Section(section.key.clone());
    html! {
        section class="sheet" aria-label=(name) {
            header {
                h3 { a href={ "#s-" (key) } { (name) } }
                div class="acts" {
                    (quick(desk, "section_up", key, Icon::Raise, &about("forms-section_up")))
                    (quick(desk, "section_down", key, Icon::Lower, &about("forms-section_down")))
                    @if section.fields.is_empty() {
                        (quick(desk, "remove_section", key, Icon::X, &about("forms-section_drop")))
                    }
                    (opener(desk, &format!("section:{key}"), &html! { (t.say("forms-rename")) }, "btn quiet s"))
                }
            }
            @if naming { (section_name(desk, section)) }
            ol class="field-list" {
                @for placed in &section.fields {
                    @if let Some(field) = desk.form().field(&placed.field) { (line(desk, field)) }
                }
            }
            (add::add(desk, section))
        }
    }
}

/// The heading of a section.
pub(super) fn heading<'a>(desk: &Desk<'a>, section: &Section) -> &'a str {
    desk.words()
        .section
        .get(&section.key)
        .map_or("", String::as_str)
}

fn line(desk: &Desk<'_>, field: &Field) -> Markup {
    let (t, key) = (desk.t, field.key.as_str());
    let label = desk.words().label(&field.path);
    let about = |word: &str| format!("{}：{label}", t.say(word));
    let open = desk.open == Open::Field(field.key.clone());
    let inside = html! {
        b { (label) }
        small { (kind(t, field.kind.name())) (marks(desk, field)) }
    };
    html! {
        li {
            div class="field-line" {
                (opener(desk, &format!("field:{key}"), &inside, "grow"))
                (quick(desk, "field_up", key, Icon::Raise, &about("forms-up")))
                (quick(desk, "field_down", key, Icon::Lower, &about("forms-down")))
                (opener(desk, &format!("field:{key}"), &html! {
                    (icon_small(&desk.chrome, Icon::Pen)) span class="vh" { (about("forms-change")) }
                }, "btn quiet sq s"))
            }
            @if open { (panel(desk, field)) }
        }
    }
}

/// What is to be known of a field at a glance.
fn marks(desk: &Desk<'_>, field: &Field) -> Markup {
    use kedang_app::forms::PiClass;
    let t = desk.t;
    let marks = [
        (field.required, "forms-required"),
        (field.expected && !field.required, "forms-expected"),
        (field.visible_when.is_some(), "forms-conditional"),
        (field.after_signing.is_some(), "forms-gated"),
        (field.pi_class == PiClass::P2, "forms-sensitive"),
    ];
    html! {
        @for (_, word) in marks.iter().filter(|(on, _)| *on) { " · " (t.say(word)) }
        @if desk.view.base.field(&field.key).is_none() { " · " span class="new" { (t.say("forms-new")) } }
    }
}
