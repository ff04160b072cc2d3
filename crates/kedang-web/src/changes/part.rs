//! The part 变动 of a form: what explains the guarded fields that change in it.

use kedang_core::change::{Nature, NewChange};
use kedang_words::Tongue;
use maud::{Markup, html};

use crate::components::{ChipsView, Choice, FieldView, Kind, Span, chips, field, part};
use crate::form::Refused;

/// The fields, each called `change.…`.
pub(crate) fn change_part(t: Tongue, typed: &NewChange, refused: &Refused, note: &str) -> Markup {
    part(&t.say("changes-title"), note, &fields(t, typed, refused))
}

fn fields(t: Tongue, typed: &NewChange, refused: &Refused) -> Markup {
    let labels = Nature::SAID.map(|one| t.say(&format!("nature-{}", one.key())));
    let natures: Vec<_> = Nature::SAID
        .iter()
        .zip(&labels)
        .map(|(one, label)| Choice {
            value: one.key(),
            label,
            on: match typed.nature.as_str() {
                "" => *one == Nature::Event,
                chosen => one.key() == chosen,
            },
        })
        .collect();
    let line = |name: &str, view: FieldView| {
        field(&FieldView {
            name,
            err: refused.of(name).as_deref(),
            ..view
        })
    };
    html! {
        (chips(&ChipsView { name: "change.nature", legend: &t.say("changes-nature"), many: false,
            choices: &natures, must: false, help: None, err: refused.of("change.nature").as_deref(),
            span: Span::TwoThirds }))
        (line("change.effective_on", FieldView { label: &t.say("changes-effective_on"),
            value: &typed.effective_on, kind: Kind::Date, placeholder: Some("2026-01-31"),
            max_len: Some(10), span: Span::Third, help: Some(&t.say("changes-effective_on_help")),
            ..FieldView::default() }))
        (line("change.proof", FieldView { label: &t.say("changes-proof"), value: &typed.proof,
            placeholder: Some(&t.say("changes-proof_sample")), max_len: Some(200),
            ..FieldView::default() }))
        (line("change.note", FieldView { label: &t.say("changes-note"), value: &typed.note,
            kind: Kind::Long, max_len: Some(2_000), ..FieldView::default() }))
    }
}

/// Takes what was typed there by its name, as `take` finds it.
pub(crate) fn take_change(mut take: impl FnMut(&str) -> Option<String>) -> NewChange {
    let mut take = |name| take(name).unwrap_or_default();
    NewChange {
        kind: String::new(),
        nature: take("change.nature"),
        effective_on: take("change.effective_on"),
        proof: take("change.proof"),
        note: take("change.note"),
    }
}
