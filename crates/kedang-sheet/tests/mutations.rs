//! Files that went wrong on their way make a table or a fault. `KEDANG_MUTATIONS` says how many of
//! each kind; a failure prints its round.

#[expect(unreachable_pub, reason = "`fuzz/` takes these from outside")]
mod fuzz;
#[path = "../../../fuzz/mutate.rs"]
mod mutate;

use mutate::survives;

#[test]
fn text_survives() {
    survives("csv", &fuzz::texts(), fuzz::table);
}

#[test]
fn cards_survive() {
    survives("vcard", &fuzz::cards(), fuzz::card);
}

#[test]
fn workbooks_survive() {
    survives("xlsx", &fuzz::workbooks(), fuzz::workbook);
}
