//! Tokens of pairs of characters, runs of letters and digits, account names and credit codes.

use super::{Kind, Sink};
use crate::fold::{Class, Glyph};

/// A suffix of a run shorter than this says nothing.
const SHORTEST_SUFFIX: usize = 2;
/// A later part of an account shorter than this says nothing.
const SHORTEST_ACCOUNT: usize = 4;
/// The shortest part of a credit code worth finding.
pub(crate) const SHORTEST_USCC: usize = 4;

/// Every pair of neighbouring grams.
pub(super) fn add_grams(sink: &mut Sink, glyphs: &[Glyph]) {
    for pair in glyphs.windows(2) {
        if pair.iter().all(|glyph| glyph.class == Class::Gram) {
            sink.add(Kind::Gram, [pair[0].ch, pair[1].ch]);
        }
    }
}

/// For names: each run of letters and digits, blanks inside it ignored, and each end of it, so
/// that `Zhang`, `AmyZh` and `amy zhang` find `Amy Zhang春`.
pub(super) fn add_suffixes(sink: &mut Sink, glyphs: &[Glyph]) {
    for run in runs(glyphs) {
        for start in 0..run.len() {
            if start == 0 || run.len() - start >= SHORTEST_SUFFIX {
                sink.add(Kind::Word, run[start..].iter().map(|glyph| glyph.ch));
            }
        }
    }
}

/// For running text: each run of letters and digits as it stands between blanks and punctuation.
pub(super) fn add_runs(sink: &mut Sink, glyphs: &[Glyph]) {
    for run in runs(glyphs) {
        for piece in run.chunk_by(|_, next| !next.gap) {
            sink.add(Kind::Word, piece.iter().map(|glyph| glyph.ch));
        }
    }
}

/// For codes, e-mail addresses and accounts: the whole without punctuation, and the rest of it
/// from every point where a word starts (after punctuation, or where letters meet digits), except
/// for the last few letters: `com` and `org` say nothing.
pub(super) fn add_account(sink: &mut Sink, glyphs: &[Glyph]) {
    for run in runs(glyphs) {
        for start in 0..run.len() {
            let begins = run[start].gap || start == 0 || run[start].class != run[start - 1].class;
            let says = start == 0 || run.len() - start >= SHORTEST_ACCOUNT;
            if begins && says {
                sink.add(Kind::Word, run[start..].iter().map(|glyph| glyph.ch));
            }
        }
    }
}

/// For credit codes: the rest of the code from every place, so that any part is a prefix of one;
/// and the whole.
pub(super) fn add_uscc(sink: &mut Sink, glyphs: &[Glyph]) {
    let count = glyphs.len();
    for start in 0..count {
        if start == 0 || count - start >= SHORTEST_USCC {
            sink.add(Kind::Uscc, glyphs[start..].iter().map(|glyph| glyph.ch));
        }
    }
}

/// The digits of a text.
pub(super) fn digits(glyphs: &[Glyph]) -> String {
    glyphs
        .iter()
        .filter(|glyph| glyph.class == Class::Digit)
        .map(|glyph| glyph.ch)
        .collect()
}

fn runs(glyphs: &[Glyph]) -> impl Iterator<Item = &[Glyph]> {
    glyphs
        .chunk_by(|left, right| (left.class == Class::Gram) == (right.class == Class::Gram))
        .filter(|run| run[0].class != Class::Gram)
}
