//! What stands at the top: the house, the name of the form, whose card it is.

use kedang_app::forms::Block;
use maud::{Markup, html};

use super::block::block;
use super::sheet::Sheet;

/// The brand, and beside it the house that serves under it (D01-12).
pub(super) fn brand<'a>(sheet: &'a Sheet<'a>, above: &'a [Block]) -> Markup {
    html! {
        header class="brand-head" {
            div class="paper-brand" { @for one in above { (block(sheet, one)) } }
            span class="house" { (sheet.company) }
        }
    }
}

/// The name of the form, and below it whose card it is.
pub(super) fn title(sheet: &Sheet<'_>) -> Markup {
    html! {
        h2 class="paper-title" { (sheet.both(|words| Some(words.title.as_str()))) }
        (over(sheet))
    }
}

/// Customer, code and day of opening; a blank form leaves room for them.
fn over(sheet: &Sheet<'_>) -> Markup {
    let card = sheet.card;
    let opened = card.map(|view| view.card.created_at.local_date(sheet.zone));
    let written = [
        (
            "paper-customer",
            card.map(|view| view.customer.name.clone()),
        ),
        ("paper-code", card.map(|view| view.customer.code.clone())),
        ("paper-opened", opened),
    ];
    html! {
        p class="over" {
            @for (key, text) in &written {
                span {
                    (sheet.say(key)) (sheet.t.say("paper-colon"))
                    @if let Some(text) = text { span class="v" { (text) } }
                    @else { span class="gap wide" {} }
                }
            }
        }
    }
}
