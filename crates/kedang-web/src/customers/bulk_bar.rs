//! What can be done with the rows that are ticked.

use kedang_words::Tongue;
use maud::{Markup, html};

use super::screen::Screen;
use crate::components::{Btn, Chrome, Icon, btn, icon_small};

/// Id of the form that takes the ticked rows along.
pub(super) const BULK: &str = "bulk";

/// The bar; the script shows it while rows are ticked and counts them.
pub(super) fn bar(chrome: &Chrome, t: Tongue, screen: &Screen) -> Markup {
    let (go, none) = (t.say("bulk-open"), t.say("bulk-none"));
    let print = t.say("export-print_cards");
    let picked = t.with("bulk-picked", &[("count", 0.into())]);
    html! {
        form id=(BULK) method="get" action="/customers/bulk" {
            input type="hidden" name="back" value=(screen.base.query(&screen.question));
            div class="selbar" role="toolbar" aria-label=(go) data-island="selection" {
                b data-picked=(picked) aria-live="polite" { (t.say("bulk-hint")) }
                (btn(chrome, &Btn::new(&go).icon(Icon::Pen).small()))
                @if screen.takes {
                    button class="btn s" type="submit" formaction="/print-runs/new" {
                        (icon_small(chrome, Icon::Print)) (print)
                    }
                }
                button class="btn s sq push" type="button" data-pick-none hidden aria-label=(none) title=(none) {
                    (icon_small(chrome, Icon::X))
                }
            }
        }
    }
}
