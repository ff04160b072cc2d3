//! The journal as a line with dots: when, what kind, what happened.

use maud::{Markup, html};

use super::tone::Tone;

/// One entry of the journal.
#[derive(Debug, Clone)]
pub struct LineItem<'a> {
    /// Colour of its dot, or none.
    pub tone: Option<Tone>,
    /// When, for machines (ISO 8601).
    pub at: &'a str,
    /// When, for the reader.
    pub when: &'a str,
    /// What kind of thing.
    pub kind: &'a str,
    /// What happened, in one line.
    pub what: Markup,
    /// More about it, or nothing.
    pub more: Option<Markup>,
}

/// The entries, newest first.
#[must_use]
pub fn line(items: &[LineItem<'_>]) -> Markup {
    html! {
        ol class="line" {
            @for item in items {
                li data-tone=[item.tone.map(Tone::code)] {
                    time datetime=(item.at) { (item.when) }
                    span class="k" { (item.kind) }
                    (item.what)
                    @if let Some(more) = &item.more { p { (more) } }
                }
            }
        }
    }
}
