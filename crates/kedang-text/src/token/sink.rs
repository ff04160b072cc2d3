//! Collects tokens and writes characters so that every database keeps a token in one piece.

use std::fmt::Write as _;

use super::kind::{Cap, Kind};

/// The tokens so far, unsorted.
#[derive(Default)]
pub(crate) struct Sink {
    out: Vec<String>,
}

impl Sink {
    /// Adds a token of the characters, cut to the kind's length; nothing if there are none.
    pub(crate) fn add(&mut self, kind: Kind, chars: impl IntoIterator<Item = char>) {
        let made = token(kind, chars);
        if made.len() > 1 {
            self.out.push(made);
        }
    }

    /// Sorted, each token once.
    pub(crate) fn finish(mut self) -> Vec<String> {
        self.out.sort_unstable();
        self.out.dedup();
        self.out
    }
}

/// A token: the kind's letter and as many characters as the kind carries.
pub(crate) fn token(kind: Kind, chars: impl IntoIterator<Item = char>) -> String {
    let mut out = String::with_capacity(Cap::of(kind) + 8);
    out.push(char::from(kind as u8));
    chars
        .into_iter()
        .take(Cap::of(kind))
        .for_each(|ch| encode(&mut out, ch));
    out
}

/// Writes one folded character. Hanzi that were in Unicode 1.1 to 3.0 stay themselves; rarer ones
/// and other scripts become `u` + hexadecimal code, for a tokenizer with old tables would take
/// them for punctuation and tear the token.
fn encode(out: &mut String, ch: char) {
    match ch {
        'a'..='z' | '0'..='9' | '\u{4E00}'..='\u{9FA5}' | '\u{3400}'..='\u{4DB5}' => out.push(ch),
        _ => {
            // Writing to a String cannot fail.
            let written = write!(out, "u{:x}", u32::from(ch));
            debug_assert!(written.is_ok());
        }
    }
}
