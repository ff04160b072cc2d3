//! The head of a page: where it hangs, its title, how much it shows, what can be done.

use maud::{Markup, PreEscaped, html};

/// Head of a page as data.
#[derive(Debug, Clone, Copy, Default)]
pub struct HeadView<'a> {
    /// The way up: `(href, label)` from the outside in, and the accessible name of the trail.
    pub crumbs: &'a [(&'a str, &'a str)],
    /// Accessible name of the trail; needed where there are crumbs.
    pub crumbs_label: &'a str,
    /// The title.
    pub title: &'a str,
    /// How many it shows, or any quiet line beside the title.
    pub count: &'a str,
    /// Where the exact count is fetched once the page is shown, to replace `count`.
    pub count_url: Option<&'a str>,
}

/// Title with count and actions; the trail over it.
#[must_use]
pub fn page_head(view: &HeadView<'_>, actions: &Markup) -> Markup {
    let PreEscaped(inside) = actions;
    html! {
        div class="page-head" {
            @if !view.crumbs.is_empty() {
                nav class="crumb" aria-label=(view.crumbs_label) {
                    ol {
                        @for (href, label) in view.crumbs { li { a href=(href) { (label) } } }
                    }
                }
            }
            h1 { (view.title) }
            @if !view.count.is_empty() {
                span class="count" hx-get=[view.count_url] hx-trigger=[view.count_url.map(|_| "load")] {
                    (view.count)
                }
            }
            @if !inside.is_empty() { div class="acts" { (actions) } }
        }
    }
}
