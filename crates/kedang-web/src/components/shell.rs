//! The full document: rail, secrecy edge, work.

use maud::{DOCTYPE, Markup, html};

use super::chrome::Chrome;
use super::page::{Fit, Page};
use super::palette::palette;
use super::rail::rail;
use super::secrecy::edge;
use super::top::top;

/// A page behind the sign-in, with `body` as its content.
#[must_use]
pub fn shell(page: &Page<'_>, body: &Markup) -> Markup {
    let (app, main) = match page.fit {
        Fit::Flow => ("app", "page"),
        Fit::Fill => ("app", "pane"),
        Fit::Form => ("app acting", "page"),
    };
    let content = html! {
        a class="skip" href="#main" { (page.skip_label) }
        div class=(app) {
            (rail(page))
            (edge(page.secrecy, page.edge_word, page.edge_text, page.edge_label))
            div class="work" {
                (top(page))
                main class=(main) id="main" tabindex="-1" { (body) }
            }
        }
        @if let Some(find) = &page.find { (palette(&page.chrome, find)) }
    };
    document(&page.chrome, page.title, &content)
}

/// The HTML document around any content.
pub(super) fn document(chrome: &Chrome<'_>, title: &str, content: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(chrome.lang_code) data-theme=(chrome.theme.code())
            data-density=(chrome.density.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport"
                    content="width=device-width, initial-scale=1, viewport-fit=cover";
                meta name="color-scheme" content=(chrome.theme.schemes());
                // Read by htmx before the script can set anything: it adds no style of its own.
                meta name="htmx-config" content=r#"{"includeIndicatorCSS":false}"#;
                title { (title) " · " (chrome.product) }
                link rel="icon" href=(chrome.assets.mark) type="image/svg+xml";
                link rel="stylesheet" href=(chrome.assets.css);
                script type="module" src=(chrome.assets.js) {}
            }
            body { (content) }
        }
    }
}
