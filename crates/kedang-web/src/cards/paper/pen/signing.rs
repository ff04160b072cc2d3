//! A place to sign while the paper is written on: what stands there, and the way to the pad.

use kedang_app::forms::Field;
use maud::{Markup, html};

use super::super::hand::hand;
use super::super::sheet::Sheet;

/// The place. The pad signs what is stored: a card that never was has none yet.
pub(super) fn signing(sheet: &Sheet<'_>, field: &Field) -> Markup {
    let Some(view) = sheet.card else {
        return html! {};
    };
    let mut given = view.signatures.iter().filter(|one| one.field == field.key);
    let last = given.next_back();
    let held = last.is_some_and(|one| one.voided_at.is_none());
    let word = match last {
        Some(_) => "cards-sign_again",
        None => "cards-sign_here",
    };
    html! {
        span class="sg-label" { (sheet.label(&field.path)) (sheet.t.say("paper-colon")) }
        (hand(sheet, &field.key, &view.signatures))
        @if view.card.revision == 0 {
            span class="quiet no-print" { (sheet.t.say("paper-sign_later")) }
        } @else if !held {
            a class="to-sign no-print"
                href={ "/cards/" (view.card.id) "/signatures/" (field.key) } {
                (sheet.t.say(word))
            }
        }
    }
}
