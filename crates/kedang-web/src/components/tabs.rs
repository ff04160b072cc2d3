//! Choosing among views: tabs, segments, steps.

use maud::{Markup, html};

/// A view to go to.
#[derive(Debug, Clone, Copy)]
pub struct Tab<'a> {
    /// Where it is.
    pub href: &'a str,
    /// Its name.
    pub label: &'a str,
    /// How many lie there, already formatted.
    pub count: Option<&'a str>,
    /// True for the one shown.
    pub current: bool,
}

/// Tabs as links; `label` names them as a whole.
#[must_use]
pub fn tabs(label: &str, items: &[Tab<'_>]) -> Markup {
    html! {
        nav class="tabs" aria-label=(label) {
            @for tab in items {
                a href=(tab.href) aria-current=[tab.current.then_some("page")] {
                    (tab.label)
                    @if let Some(count) = tab.count { span class="n" { (count) } }
                }
            }
        }
    }
}

/// Joined segments as links, for a quick filter or a way of looking.
#[must_use]
pub fn seg(label: &str, items: &[Tab<'_>]) -> Markup {
    html! {
        div class="seg" role="group" aria-label=(label) {
            @for item in items {
                a href=(item.href) aria-current=[item.current.then_some("true")] {
                    (item.label)
                    @if let Some(count) = item.count { b { (count) } }
                }
            }
        }
    }
}

/// The steps of a set-up, `at` (from 0) being the current one.
#[must_use]
pub fn steps(label: &str, names: &[&str], at: usize) -> Markup {
    html! {
        ol class="steps" aria-label=(label) {
            @for (index, name) in names.iter().enumerate() {
                li class=[(index < at).then_some("done")]
                    aria-current=[(index == at).then_some("step")] { (name) }
            }
        }
    }
}
