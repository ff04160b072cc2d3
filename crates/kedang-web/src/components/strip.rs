//! The head of a dossier: the name, one ruled row of facts, counts that lead somewhere.

use maud::{Markup, html};

use super::tone::Tone;

/// Name, a quiet line under it, actions at the right, the ruled row of facts below.
#[must_use]
pub fn dossier_head(name: &str, under: &Markup, actions: &Markup, strip: &Markup) -> Markup {
    html! {
        section class="sheet dossier-head" {
            div class="row" {
                div class="name" { h1 { (name) } p class="mut t-s" { (under) } }
                div class="row" { (actions) }
            }
            (strip)
        }
    }
}

/// Label over value, in one ruled row.
#[must_use]
pub fn strip_row(facts: &[(&str, Markup)]) -> Markup {
    html! {
        dl class="strip-row" {
            @for (label, value) in facts { div { dt { (label) } dd { (value) } } }
        }
    }
}

/// A count in a box.
#[derive(Debug, Clone, Copy)]
pub struct Stat<'a> {
    /// The figure, already formatted.
    pub figure: &'a str,
    /// What is counted.
    pub label: &'a str,
    /// Where the counted things are; without it the box is no link.
    pub href: Option<&'a str>,
    /// A tone if the figure asks for something.
    pub tone: Option<Tone>,
}

/// A row of counts; `label` names them as a whole.
#[must_use]
pub fn stats(label: &str, items: &[Stat<'_>]) -> Markup {
    html! {
        div class="stats" role="group" aria-label=(label) {
            @for item in items {
                @let tone = item.tone.map(Tone::code);
                @if let Some(href) = item.href {
                    a class="stat" href=(href) data-tone=[tone] { b { (item.figure) } (item.label) }
                } @else {
                    span class="stat" data-tone=[tone] { b { (item.figure) } (item.label) }
                }
            }
        }
    }
}
