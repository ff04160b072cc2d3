//! Normal forms of a text: for matching, and the stronger key of the duplicate guard.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::simplify::simplify;

/// The text for matching: NFKC, simplified hanzi, lower case, runs of blanks as one space, no
/// blanks at the ends, no control or invisible format characters. Applying it twice changes
/// nothing.
#[must_use]
pub fn normalise(text: &str) -> String {
    if text.chars().all(is_plain) {
        return plainly(text);
    }
    let mut current = once(text);
    // Lower-casing may undo NFKC in rare scripts; it settles at the second pass.
    for _ in 0..3 {
        let next = once(&current);
        if next == current {
            break;
        }
        current = next;
    }
    current
}

/// The key of the duplicate guard (D02-5): [`normalise`] without blanks, brackets and
/// punctuation, so that `鼎军（重庆）公司` and `鼎军(重庆) 公司` are the same name. Empty if the
/// name has no letter, digit or hanzi: never compare empty keys.
#[must_use]
pub fn match_name(text: &str) -> String {
    let kept = |ch: &char| ch.is_alphanumeric() || is_combining_mark(*ch);
    let bare: String = normalise(text).chars().filter(kept).collect();
    // What is left may compose anew: a letter and the mark that stood on a blank after it.
    normalise(&bare)
}

/// Whether a text holds a hanzi that has a simplified form of its own.
#[must_use]
pub fn has_traditional(text: &str) -> bool {
    text.chars().any(|ch| simplify(ch) != ch)
}

/// ASCII and the common hanzi: NFKC leaves them as they are, one by one and side by side.
fn is_plain(ch: char) -> bool {
    matches!(ch, ' '..='~' | '\u{4E00}'..='\u{9FA5}')
}

/// The normal form of a text that is plain throughout: what most names are.
fn plainly(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().map(|ch| simplify(ch).to_ascii_lowercase()));
    }
    out
}

fn once(text: &str) -> String {
    let visible = text.chars().filter(|ch| !is_invisible(*ch));
    let lowered = visible.nfkc().map(simplify).flat_map(char::to_lowercase);
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    for ch in lowered.nfkc() {
        if ch.is_whitespace() {
            blank = !out.is_empty();
        } else if !is_invisible(ch) {
            if blank {
                out.push(' ');
                blank = false;
            }
            out.push(ch);
        }
    }
    out
}

/// Characters that show nothing: controls (blanks excepted), joiners, direction marks, variation
/// selectors, byte order mark. Pasted texts are full of them.
pub(crate) fn is_invisible(ch: char) -> bool {
    match ch {
        '\u{AD}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' => true,
        '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' => true,
        '\u{E0000}'..='\u{E01EF}' => true,
        _ => ch.is_control() && !ch.is_whitespace(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{is_plain, match_name, normalise, once, plainly};

    #[test]
    fn one_form_for_each_way_of_writing() {
        for (raw, want) in [
            ("　ＡＢＣ　公司 ", "abc 公司"),
            ("張\u{200B}偉\u{7}", "张伟"),
            ("秦麗霞", "秦丽霞"),
            ("e\u{301}cole", "école"),
            ("a\t\n b", "a b"),
            ("１３８－００１３", "138-0013"),
            ("\u{FEFF}葛\u{E0100}城", "葛城"),
            ("", ""),
        ] {
            assert_eq!(normalise(raw), want);
        }
    }

    #[test]
    fn the_duplicate_key_ignores_brackets_and_punctuation() {
        let key = match_name("鼎军（重庆）生物科技有限公司");
        assert_eq!(key, "鼎军重庆生物科技有限公司");
        assert_eq!(match_name("鼎军(重慶) 生物科技有限公司"), key);
        assert_eq!(match_name("D'Arcy  Wang"), "darcywang");
        assert_eq!(match_name("——"), "");
    }

    proptest! {
        #[test]
        fn the_short_way_leads_to_the_same(text in "[ -~麗張\\u{4E00}-\\u{9FA5}]{0,24}") {
            prop_assert!(text.chars().all(is_plain));
            prop_assert_eq!(plainly(&text), once(&once(&text)));
        }

        #[test]
        fn normalise_is_idempotent(text in "\\PC{0,24}|.{0,24}") {
            let once = normalise(&text);
            prop_assert_eq!(normalise(&once), once.clone());
            let key = match_name(&text);
            prop_assert_eq!(match_name(&key), key.clone());
        }
    }
}
