//! Tells what a file is by its bytes, never by its name.

mod magic;
mod text;
mod zip;

use std::io::{self, Cursor, Read, Seek};

use crate::Kind;

/// How much of the beginning is looked at before anything else is read, bytes.
const HEAD: u64 = 4096;

/// Tells what these bytes, a whole file, are.
#[must_use]
pub fn sniff(bytes: &[u8]) -> Kind {
    sniff_from(&mut Cursor::new(bytes)).unwrap_or(Kind::Unknown)
}

/// As [`sniff`], from a file; the position afterwards is anywhere.
///
/// # Errors
/// Only what reading itself brings; odd content is [`Kind::Unknown`].
pub(crate) fn sniff_from<R: Read + Seek>(source: &mut R) -> io::Result<Kind> {
    source.rewind()?;
    let mut head = Vec::new();
    source.by_ref().take(HEAD).read_to_end(&mut head)?;
    match magic::of(&head) {
        Some(Kind::Zip) => zip::inspect(source),
        Some(kind) => Ok(kind),
        None if text::may_begin(&head) => {
            // Text is text to its end: a binary tail would hide behind a readable head.
            source.read_to_end(&mut head)?;
            Ok(text::of(&head))
        }
        None => Ok(Kind::Unknown),
    }
}

#[cfg(test)]
mod tests;
