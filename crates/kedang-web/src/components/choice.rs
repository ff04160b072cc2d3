//! Choosing among a few: chips and ticks, each a real input.

use maud::{Markup, html};

use super::field_view::Span;

/// One thing to choose.
#[derive(Debug, Clone, Copy)]
pub struct Choice<'a> {
    /// What is sent.
    pub value: &'a str,
    /// What is read.
    pub label: &'a str,
    /// True if chosen now.
    pub on: bool,
}

/// A question answered by chips.
#[derive(Debug, Clone, Copy)]
pub struct ChipsView<'a> {
    /// Name of the answer in the form.
    pub name: &'a str,
    /// The question.
    pub legend: &'a str,
    /// True if several may be chosen.
    pub many: bool,
    /// What there is to choose.
    pub choices: &'a [Choice<'a>],
    /// True if one must be chosen.
    pub must: bool,
    /// A quiet line under it.
    pub help: Option<&'a str>,
    /// What is wrong and what would be right.
    pub err: Option<&'a str>,
    /// Width in the form.
    pub span: Span,
}

/// A fieldset of radio buttons or checkboxes drawn as chips.
#[must_use]
pub fn chips(view: &ChipsView<'_>) -> Markup {
    let kind = if view.many { "checkbox" } else { "radio" };
    let note = view
        .err
        .or(view.help)
        .map(|_| format!("{}-note", view.name));
    html! {
        fieldset class={ "field " (view.span.class()) } aria-describedby=[note.as_deref()] {
            legend { (view.legend) @if view.must { span class="must" aria-hidden="true" { "*" } } }
            div class="chips" {
                @for choice in view.choices {
                    label class="chip" {
                        input type=(kind) name=(view.name) value=(choice.value) checked[choice.on];
                        span { (choice.label) }
                    }
                }
            }
            @if let Some(err) = view.err {
                span class="err" id=[note.as_deref()] { (err) }
            } @else if let Some(help) = view.help {
                span class="help" id=[note.as_deref()] { (help) }
            }
        }
    }
}

/// One checkbox with its sentence; sends `name=1` when ticked.
#[must_use]
pub fn tick(name: &str, label: &str, on: bool) -> Markup {
    html! {
        label class="tick" { input type="checkbox" name=(name) value="1" checked[on]; (label) }
    }
}
