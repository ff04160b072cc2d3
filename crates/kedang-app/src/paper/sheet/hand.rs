//! A signature on paper: the strokes as they were drawn, who and when below. One that an edit made
//! void is struck and says so (D01-11).

use kedang_core::card::Signature;
use kedang_paper::{Align, Hand, Ink, Inline, Piece, Style};

use super::Sheet;
use super::style::BY;

/// The last signature given in a place; nothing where none is: the pen is still to come.
pub(super) fn hand(sheet: &Sheet<'_>, field: &str, given: &[Signature], tight: bool) -> Vec<Piece> {
    let Some(last) = given.iter().rfind(|one| one.field == field) else {
        return Vec::new();
    };
    let when = last.signed_at.local_date(&sheet.edge.zone);
    let void = last.voided_at.is_some();
    let small = if tight {
        Style::size(6.8).ink(Ink::Pen)
    } else {
        BY
    };
    let between = if tight { '\n' } else { ' ' };
    let mut by = vec![Inline::Text(
        format!("{}{between}{when}", last.signer),
        small,
    )];
    if void {
        let said = format!(" {}", sheet.say("cards-sign_void"));
        by.push(Inline::Text(said, small.ink(Ink::Print).bold()));
    }
    let hand = Hand {
        strokes: last.strokes.0.clone().into(),
        void,
        height: if tight { 20 } else { 34 },
    };
    vec![Piece::Hand(hand), Piece::Text(by, Align::Middle)]
}
