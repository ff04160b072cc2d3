//! A signature on paper: the strokes as they were drawn, who and when below. One that an edit made
//! void is struck and says so (D01-11).

use kedang_core::card::Signature;
use maud::{Markup, html};

use super::sheet::Sheet;
use crate::cards::screen::hand as strokes;

/// The last signature given in a place; nothing where none is: the pen is still to come.
pub(super) fn hand(sheet: &Sheet<'_>, field: &str, given: &[Signature]) -> Markup {
    let Some(last) = given.iter().rfind(|one| one.field == field) else {
        return html! {};
    };
    let when = last.signed_at.local_date(sheet.zone);
    let void = last.voided_at.is_some();
    html! {
        span class={ "signed" @if void { " void" } } {
            (strokes(&last.strokes))
            span class="by" {
                @if void {
                    s { span { (last.signer) } " " span { (when) } } " "
                    b { (sheet.t.say("cards-sign_void")) }
                } @else { span { (last.signer) } " " span { (when) } }
            }
        }
    }
}
