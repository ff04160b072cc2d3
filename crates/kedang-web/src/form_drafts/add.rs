//! A new field at the end of a section.

use kedang_app::form_drafts::{Design, Typed};
use kedang_app::forms::Section;
use maud::{Markup, html};

use super::desk::{Desk, Line};
use super::kinds::kind;
use super::open::Open;
use super::options::lines;
use super::panel::demands;
use super::step::{foot, opener, step};
use crate::components::{
    ChipsView, Choice, FieldView, Icon, Kind, Span, chips, field as control, icon_small, tick,
};

/// The button under a section, or the panel it opens.
pub(super) fn add(desk: &Desk<'_>, section: &Section) -> Markup {
    if desk.open == Open::Add(section.key.clone()) {
        let nothing = Typed::default();
        let typed = desk.typed("add_field").unwrap_or(&nothing);
        return html! {
            div class="field-panel add-field" { (step(desk, "add_field", "", &asked(desk, section, typed))) }
        };
    }
    let inside = html! { (icon_small(&desk.chrome, Icon::Plus)) (desk.t.say("forms-field_new")) };
    html! { div class="field-new" { (opener(desk, &format!("add:{}", section.key), &inside, "btn quiet s")) } }
}

fn asked(desk: &Desk<'_>, section: &Section, typed: &Typed) -> Markup {
    let unit = Line {
        name: "unit",
        label: "forms-unit",
        value: &typed.unit,
        help: Some("forms-unit_help"),
    };
    html! {
        input type="hidden" name="section" value=(section.key);
        div class="fields" {
            (desk.word("add_field", "forms-label", "", ""))
            (kinds(desk, typed))
            div class="c6 if-number" {
                (desk.line("add_field", &unit))
            }
            div class="c12 if-choice" {
                div class="fields" {
                    (lines(desk, "add_field", "forms-options", &typed.options))
                    div class="field c12 if-choices" {
                        (tick("other", &desk.t.say("forms-other_tick"), typed.other.is_some()))
                    }
                }
            }
            (demands(desk, &typed.demand))
            (classes(desk, &typed.pi_class))
            (desk.hint("add_field", "", ""))
        }
        (foot(desk, "forms-field_add"))
    }
}

fn kinds(desk: &Desk<'_>, typed: &Typed) -> Markup {
    let words: Vec<_> = Design::KINDS
        .iter()
        .map(|name| (*name, kind(desk.t, name)))
        .collect();
    let choices: Vec<Choice<'_>> = words
        .iter()
        .map(|(value, label)| Choice {
            value,
            label,
            on: *value == typed.kind,
        })
        .collect();
    control(&FieldView {
        name: "kind",
        label: &desk.t.say("forms-kind"),
        kind: Kind::Select(&choices),
        must: true,
        span: Span::Half,
        ..FieldView::default()
    })
}

/// How far the answer belongs to a person.
fn classes(desk: &Desk<'_>, now: &str) -> Markup {
    let words = [
        ("P0", desk.t.say("forms-class_p0")),
        ("P1", desk.t.say("forms-class_p1")),
        ("P2", desk.t.say("forms-class_p2")),
    ];
    let choices = words.iter().map(|(value, label)| Choice {
        value,
        label,
        on: *value == now || (*value == "P0" && now.is_empty()),
    });
    chips(&ChipsView {
        name: "pi_class",
        legend: &desk.t.say("forms-class"),
        many: false,
        choices: &choices.collect::<Vec<_>>(),
        must: false,
        help: Some(&desk.t.say("forms-class_help")),
        err: None,
        span: Span::Full,
    })
}
