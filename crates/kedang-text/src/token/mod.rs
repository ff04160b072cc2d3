//! Makes the search tokens stored with a customer.

mod kind;
mod name;
mod number;
mod sink;
mod variant;
mod word;

use sink::Sink;

pub(crate) use kind::{Cap, Kind};
pub(crate) use number::{area_code, national_forms, phone_digits};
pub(crate) use sink::token;
pub(crate) use variant::shortened;
pub(crate) use word::SHORTEST_USCC;

use crate::entry::{Entry, Field};

/// The tokens of one customer, sorted, each once. A token is one word for SQLite's `unicode61`
/// tokenizer and one lexeme for PostgreSQL: ASCII letters and digits and the hanzi every Unicode
/// table knows, everything else written as `u` + hexadecimal code.
///
/// The first character is the kind of the token: one of `a e f g i n p q t u w`. Other writers
/// of the same index (the store's scope tokens) take another first character.
#[must_use]
pub fn tokens(entries: &[Entry<'_>]) -> Vec<String> {
    let mut sink = Sink::default();
    for entry in entries {
        let glyphs = crate::fold::fold(entry.text);
        match entry.field {
            _ if entry.field.is_name() => name::add(&mut sink, entry, &glyphs),
            Field::Phone => number::add_phone(&mut sink, entry.text),
            Field::Code => {
                word::add_account(&mut sink, &glyphs);
                number::add_digits(&mut sink, &word::digits(&glyphs));
            }
            Field::Uscc => word::add_uscc(&mut sink, &glyphs),
            Field::Email | Field::Handle => {
                word::add_account(&mut sink, &glyphs);
                word::add_grams(&mut sink, &glyphs);
            }
            _ => {
                word::add_runs(&mut sink, &glyphs);
                word::add_grams(&mut sink, &glyphs);
            }
        }
    }
    sink.finish()
}
