//! The door: pages before the sign-in.

use maud::{Markup, html};

use super::chrome::Chrome;
use super::shell::document;

/// A sign-in or set-up page.
#[derive(Debug, Clone, Copy)]
pub struct GatePage<'a> {
    /// Files, language, theme.
    pub chrome: Chrome<'a>,
    /// Title of the window and of the sheet.
    pub title: &'a str,
    /// A quiet line over the title, or nothing.
    pub over: &'a str,
    /// A quiet line under the sheet, or nothing.
    pub foot: Option<&'a Markup>,
    /// Room for two columns of fields instead of one.
    pub wide: bool,
}

/// One sheet in the middle of the window: seal, title, double rule, `body`.
#[must_use]
pub fn gate(page: &GatePage<'_>, body: &Markup) -> Markup {
    let content = html! {
        main class={ "gate" @if page.wide { " wide" } } id="main" {
            section class="sheet" aria-labelledby="gate-title" {
                span class="seal l" aria-hidden="true" { (page.chrome.seal) }
                @if !page.over.is_empty() { p class="over" { (page.over) } }
                h1 id="gate-title" { (page.title) }
                hr class="ww";
                (body)
            }
            @if let Some(foot) = page.foot { p class="foot" { (foot) } }
        }
    };
    document(&page.chrome, page.title, &content)
}
