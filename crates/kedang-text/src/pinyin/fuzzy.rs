//! Folds pinyin so that sounds many people do not tell apart become the same letters.
//!
//! zh/z, ch/c, sh/s, ang/an, eng/en, ing/in, l/n, and the spellings ü, v, u, yu. Works on letters,
//! not syllables, so nobody has to know where a syllable ends, and a prefix stays a prefix: if
//! `a` begins `b`, then `blur(a)` begins `blur(b)`.

/// The blurred form of ASCII letters.
pub(crate) fn blur(letters: &str) -> String {
    blur_after(' ', letters)
}

/// The blurred form of letters that follow the (unblurred) letter `previous`.
pub(crate) fn blur_after(mut previous: char, letters: &str) -> String {
    let mut out = String::with_capacity(letters.len());
    for ch in letters.chars() {
        match (previous, ch) {
            ('z' | 'c' | 's', 'h') | ('n', 'g') | ('l', 'y') => {}
            (_, 'l') => out.push('n'),
            (_, 'v') => out.push('u'),
            _ => out.push(ch),
        }
        previous = ch;
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::blur;

    #[test]
    fn sounds_that_are_mixed_up_become_one() {
        for (left, right) in [
            ("zhangsan", "zansan"),
            ("chengli", "cenni"),
            ("lvfang", "lufan"),
            ("lyuwei", "lvwei"),
            ("liuning", "niulin"),
        ] {
            assert_eq!(blur(left), blur(right));
        }
        assert_ne!(blur("wangwei"), blur("wangwu"));
    }

    proptest! {
        #[test]
        fn a_prefix_stays_a_prefix(text in "[a-z]{0,20}", cut in 0usize..20) {
            let cut = cut.min(text.len());
            prop_assert!(blur(&text).starts_with(&blur(&text[..cut])));
        }
    }
}
