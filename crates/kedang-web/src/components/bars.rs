//! Figures side by side: label, bar, count, each leading to what it counts.

use maud::{Markup, html};

/// One figure.
#[derive(Debug, Clone)]
pub struct Bar<'a> {
    /// What is counted.
    pub label: String,
    /// How many, at least: how long the bar is.
    pub count: i64,
    /// Whether there are more than were counted.
    pub more: bool,
    /// Where the counted things are; without it the line is no link.
    pub href: Option<String>,
    /// The share of all, already in words.
    pub share: &'a str,
}

/// The figures as lines; each bar is drawn against `most`.
#[must_use]
pub fn bars(label: &str, items: &[Bar<'_>], most: i64) -> Markup {
    html! {
        ul class="bars" aria-label=(label) {
            @for item in items {
                li {
                    @if let Some(href) = &item.href { a class="l" href=(href) { (item.label) } }
                    @else { span class="l mut" { (item.label) } }
                    svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" {
                        rect width=(wide(item.count, most)) height="10" {}
                    }
                    b { (item.count) @if item.more { "+" } }
                    span class="mut t-s" { (item.share) }
                }
            }
        }
    }
}

/// Per cent of the longest bar; what is there at all is seen.
fn wide(count: i64, most: i64) -> i64 {
    let percent = count.saturating_mul(100) / most.max(1);
    percent.clamp(i64::from(count > 0), 100)
}
