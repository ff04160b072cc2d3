//! The panel of a field: its words, how much it is wanted, how wide it is, its options; where it
//! goes, and whether it is still asked.

use kedang_app::forms::{Field, Section, Widget, Words};
use maud::{Markup, html};

use super::columns::columns;
use super::desk::Desk;
use super::options::options;
use super::outline::heading;
use super::step::{foot, step};
use crate::components::{
    Btn, ChipsView, Choice, FieldView, Kind, Span, btn, chips, field as control,
};

/// The panel.
pub(super) fn panel(desk: &Desk<'_>, field: &Field) -> Markup {
    html! {
        div class="field-panel" {
            (step(desk, "change_field", &field.key, &change(desk, field)))
            (columns(desk, field))
            div class="row aside" { (place(desk, field)) (retire(desk, field)) }
        }
    }
}

fn change(desk: &Desk<'_>, field: &Field) -> Markup {
    let (chinese, english) = desk.both();
    let (act, path) = ("change_field", field.path.as_str());
    let hint = |words: &Words| words.help.get(path).cloned().unwrap_or_default();
    let now = match (field.required, field.expected) {
        (true, _) => "required",
        (_, true) => "expected",
        _ => "free",
    };
    let now = desk.typed(act).map_or(now, |typed| typed.demand.as_str());
    html! {
        div class="fields" {
            (desk.word(act, "forms-label", chinese.label(path), english.label(path)))
            (desk.hint(act, &hint(chinese), &hint(english)))
            (demand(desk, now, field))
            (span(desk, field))
            (options(desk, field))
        }
        (foot(desk, "forms-save"))
    }
}

/// How much the answer is wanted.
fn demand(desk: &Desk<'_>, now: &str, field: &Field) -> Markup {
    if field.kind.as_type().widget() == Widget::Output {
        return html! { input type="hidden" name="demand" value="free"; };
    }
    demands(desk, now)
}

/// Free, expected, required.
pub(super) fn demands(desk: &Desk<'_>, now: &str) -> Markup {
    let words = [
        ("free", desk.t.say("forms-free")),
        ("expected", desk.t.say("forms-expected")),
        ("required", desk.t.say("forms-required")),
    ];
    let choices = words.iter().map(|(value, label)| Choice {
        value,
        label,
        on: *value == now || (*value == "free" && now.is_empty()),
    });
    chips(&ChipsView {
        name: "demand",
        legend: &desk.t.say("forms-demand"),
        many: false,
        choices: &choices.collect::<Vec<_>>(),
        must: false,
        help: Some(&desk.t.say("forms-demand_help")),
        err: None,
        span: Span::Full,
    })
}

/// How wide it is on the screen.
fn span(desk: &Desk<'_>, field: &Field) -> Markup {
    let sections = desk.form().layout.section.iter();
    let mut placed = sections.flat_map(|section| &section.fields);
    let now = placed
        .find(|placed| placed.field == field.key)
        .map_or(12, |p| p.span);
    let mut widths = vec![
        (12, "forms-width_12"),
        (6, "forms-width_6"),
        (4, "forms-width_4"),
        (3, "forms-width_3"),
    ];
    if !widths.iter().any(|(width, _)| *width == now) {
        widths.push((now, "forms-width_as_is"));
    }
    let words: Vec<_> = widths
        .iter()
        .map(|(width, key)| (width.to_string(), desk.t.say(key)))
        .collect();
    let choices: Vec<Choice<'_>> = words
        .iter()
        .map(|(value, label)| Choice {
            value,
            label,
            on: *value == now.to_string(),
        })
        .collect();
    control(&FieldView {
        name: "span",
        label: &desk.t.say("forms-width"),
        kind: Kind::Select(&choices),
        span: Span::Half,
        ..FieldView::default()
    })
}

/// To another section.
fn place(desk: &Desk<'_>, field: &Field) -> Markup {
    let here = |s: &&Section| !s.fields.iter().any(|p| p.field == field.key);
    let others: Vec<_> = desk.form().layout.section.iter().filter(here).collect();
    if others.is_empty() {
        return html! {};
    }
    let go = desk.t.say("forms-place_go");
    step(
        desk,
        "place_field",
        &field.key,
        &html! {
            div class="row" {
                (sections(desk, &others, "forms-place"))
                (btn(&desk.chrome, &Btn::new(&go).small()))
            }
        },
    )
}

/// A choice of sections.
pub(super) fn sections(desk: &Desk<'_>, sections: &[&Section], label: &str) -> Markup {
    html! {
        select class="in narrow" name="section" aria-label=(desk.t.say(label)) {
            @for section in sections { option value=(section.key) { (heading(desk, section)) } }
        }
    }
}

/// Out of use: what was published is kept for the cards that have it, what is new simply goes.
fn retire(desk: &Desk<'_>, field: &Field) -> Markup {
    let published = desk.view.base.field(&field.key).is_some();
    let word = if published {
        "forms-retire"
    } else {
        "forms-remove"
    };
    let word = desk.t.say(word);
    step(
        desk,
        "retire_field",
        &field.key,
        &btn(&desk.chrome, &Btn::new(&word).bad().small()),
    )
}
