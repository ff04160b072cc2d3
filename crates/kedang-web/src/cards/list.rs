//! The cards of a customer, on the customer's page.

use kedang_app::cards::{CardList, Listed};
use kedang_words::Tongue;
use maud::{Markup, html};

use super::desk;
use crate::Web;
use crate::components::{Chrome, Icon, icon_small, ring, sheet_flush};

/// The sheet 表卡 with its cards, and the menu of forms to open one of.
pub(crate) fn section(web: &Web, chrome: &Chrome<'_>, t: Tongue<'_>, cards: &CardList) -> Markup {
    let menu = html! { @if !cards.openable.is_empty() { (opener(chrome, t, cards)) } };
    let body = html! {
        @if cards.items.is_empty() {
            p class="body mut" { (t.say("cards-empty")) }
        } @else {
            (items(web, chrome, t, cards))
        }
    };
    sheet_flush(&t.say("cards-title"), &menu, &body)
}

/// The cards, each a line that leads to it.
pub(crate) fn items(web: &Web, chrome: &Chrome<'_>, t: Tongue<'_>, cards: &CardList) -> Markup {
    html! { ul class="card-list" { @for one in &cards.items { (item(web, chrome, t, one)) } } }
}

fn item(web: &Web, chrome: &Chrome<'_>, t: Tongue<'_>, one: &Listed) -> Markup {
    let card = &one.card;
    let percent = card.answered.saturating_mul(100) / card.applicable.max(1);
    let percent = u8::try_from(percent.clamp(0, 100)).unwrap_or(100);
    html! {
        li {
            (icon_small(chrome, Icon::Doc))
            div class="grow" {
                a href={ "/cards/" (card.id) } { (desk::title(t, &one.form)) }
                small {
                    (desk::revision(t, card)) " · "
                    (card.updated_at.local(&web.app.zone)) " · "
                    (card.department.name) " " (card.custodian.name)
                }
            }
            span class="wide-only" { (ring(percent)) }
            (desk::status(t, card))
        }
    }
}

/// The forms, each a button that opens a card.
fn opener(chrome: &Chrome<'_>, t: Tongue<'_>, cards: &CardList) -> Markup {
    html! {
        details class="menu" data-island="menu" {
            summary class="btn s" { (icon_small(chrome, Icon::Plus)) (t.say("cards-open")) }
            form class="menu-list" method="post" action={ "/customers/" (cards.customer.id) "/cards" } {
                @for form in &cards.openable {
                    button name="form" value=(form.meta.key) { (desk::title(t, form)) }
                }
            }
        }
    }
}
