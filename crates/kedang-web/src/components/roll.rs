//! A page that is made to be printed: no rail, and a bar over it that is not on the paper.

use maud::{Markup, html};

use super::button::{Btn, btn_link};
use super::chrome::Chrome;
use super::icon::{Icon, icon_small};
use super::shell::document;

/// The page as data.
#[derive(Debug, Clone, Copy)]
pub struct RollPage<'a> {
    /// Files, language, theme.
    pub chrome: Chrome<'a>,
    /// Title of the window and of the paper.
    pub title: &'a str,
    /// A line under the title: how much it holds, and under which conditions.
    pub under: &'a str,
    /// Where it came from: address and word.
    pub back: (&'a str, &'a str),
    /// The word on the button that prints.
    pub button: &'a str,
    /// How to print by hand.
    pub note: &'a str,
}

/// The whole document with `body` on it. Without script the note says how to print.
#[must_use]
pub fn roll(page: &RollPage<'_>, body: &Markup) -> Markup {
    let (href, back) = page.back;
    let content = html! {
        main class="roll" id="main" {
            div class="roll-bar" {
                (btn_link(&page.chrome, &Btn::new(back).icon(Icon::Left), href))
                button class="btn go" type="button" data-island="print" hidden {
                    (icon_small(&page.chrome, Icon::Print)) (page.button)
                }
                span class="mut" { (page.note) }
            }
            header {
                h1 { (page.title) }
                p class="mut" { (page.under) }
            }
            (body)
        }
    };
    document(&page.chrome, page.title, &content)
}

/// The table on it; `foot` stands at the foot of each printed page.
#[must_use]
pub fn roll_table(label: &str, heads: &[String], rows: &Markup, foot: &str) -> Markup {
    html! {
        div class="scroll-x" tabindex="0" role="region" aria-label=(label) {
            table {
                thead { tr { @for head in heads { th scope="col" { (head) } } } }
                tbody { (rows) }
                tfoot { tr { td colspan=(heads.len()) { (foot) } } }
            }
        }
    }
}
