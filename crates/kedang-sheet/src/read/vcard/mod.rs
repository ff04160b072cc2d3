//! Cards of an address book, vCard 2.1 (IMC), 3.0 (RFC 2426) and 4.0 (RFC 6350): each becomes a
//! row, the first one row 2.

mod cards;
mod columns;
mod decode;
mod line;

pub(super) use cards::read;

/// Whether a text is a file of cards.
pub(super) fn known(text: &str) -> bool {
    let head = text.trim_start().as_bytes();
    head.get(..11)
        .is_some_and(|head| head.eq_ignore_ascii_case(b"BEGIN:VCARD"))
}
