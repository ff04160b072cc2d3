//! The folded form of a text: what is left for searching, with the way back to the bytes.
//!
//! Folding drops blanks, punctuation, accents and case and simplifies hanzi. Each remaining
//! character keeps the byte range it came from, so a match can be marked in the original.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::{normalise::is_invisible, simplify::simplify};

/// What a folded character is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// Hanzi and every other script that is searched by single characters and pairs.
    Gram,
    /// `a` to `z`.
    Letter,
    /// `0` to `9`.
    Digit,
}

/// One folded character.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Glyph {
    /// The character to compare.
    pub(crate) ch: char,
    /// The same before simplification: 乾 is read qián, its simplified form 干 is not.
    pub(crate) orig: char,
    pub(crate) class: Class,
    /// Byte range in the text this character came from.
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// Something was dropped just before it: blank, punctuation, or the start of the text.
    pub(crate) gap: bool,
    /// It stands inside brackets.
    pub(crate) bracketed: bool,
}

/// Folds a text.
pub(crate) fn fold(text: &str) -> Vec<Glyph> {
    let mut folder = Folder {
        out: Vec::with_capacity(text.len() / 2),
        gap: true,
        depth: 0,
    };
    for (at, ch) in text.char_indices() {
        let span = (at, at + ch.len_utf8());
        match ch {
            'a'..='z' | '0'..='9' => folder.push(ch, span),
            'A'..='Z' => folder.push(ch.to_ascii_lowercase(), span),
            '\u{4E00}'..='\u{9FFF}' => folder.push(ch, span),
            _ if ch.is_ascii() => folder.drop(ch),
            _ if is_invisible(ch) => {}
            _ => {
                for part in std::iter::once(ch).nfkc() {
                    folder.decomposed(part, span);
                }
            }
        }
    }
    folder.out
}

/// The folded characters alone.
pub(crate) fn chars(glyphs: &[Glyph]) -> Vec<char> {
    glyphs.iter().map(|glyph| glyph.ch).collect()
}

/// Letter, digit or gram.
pub(crate) fn class(ch: char) -> Class {
    match ch {
        'a'..='z' => Class::Letter,
        '0'..='9' => Class::Digit,
        _ => Class::Gram,
    }
}

struct Folder {
    out: Vec<Glyph>,
    gap: bool,
    depth: u32,
}

impl Folder {
    fn push(&mut self, ch: char, (start, end): (usize, usize)) {
        let simple = simplify(ch);
        self.out.push(Glyph {
            ch: simple,
            orig: ch,
            class: class(simple),
            start: u32::try_from(start).unwrap_or(u32::MAX),
            end: u32::try_from(end).unwrap_or(u32::MAX),
            gap: self.gap,
            bracketed: self.depth > 0,
        });
        self.gap = false;
    }

    fn drop(&mut self, ch: char) {
        match ch {
            '(' | '[' | '【' | '〔' | '〈' | '《' => self.depth += 1,
            ')' | ']' | '】' | '〕' | '〉' | '》' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        self.gap = true;
    }

    /// One character of a compatibility decomposition, lower-cased and without accent.
    fn decomposed(&mut self, ch: char, span: (usize, usize)) {
        if is_combining_mark(ch) {
            return;
        }
        if !ch.is_alphanumeric() {
            self.drop(ch);
            return;
        }
        for lower in ch.to_lowercase().filter(|lower| !is_combining_mark(*lower)) {
            let base = std::iter::once(lower)
                .nfd()
                .next()
                .filter(char::is_ascii_alphabetic);
            self.push(base.unwrap_or(lower), span);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{chars, fold};

    #[test]
    fn folding_keeps_what_is_searched() {
        for (raw, want) in [
            ("鼎军（重庆）Ａ座", "鼎军重庆a座"),
            ("D'Arcy Müller", "darcymuller"),
            ("秦麗霞·Zhāng", "秦丽霞zhang"),
            ("+86 138-0013", "861380013"),
            ("㈱", "株"),
            ("%%% __ 😀", ""),
        ] {
            assert_eq!(chars(&fold(raw)).iter().collect::<String>(), want);
        }
    }

    #[test]
    fn every_glyph_points_back_to_its_bytes() {
        let text = "Ａ麗（渝）b";
        let glyphs = fold(text);
        let back: Vec<&str> = glyphs
            .iter()
            .map(|g| &text[g.start as usize..g.end as usize])
            .collect();
        assert_eq!(back, ["Ａ", "麗", "渝", "b"]);
        let flags: Vec<(bool, bool)> = glyphs.iter().map(|g| (g.gap, g.bracketed)).collect();
        assert_eq!(
            flags,
            [(true, false), (false, false), (true, true), (true, false)]
        );
    }
}
