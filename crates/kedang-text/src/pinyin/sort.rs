//! The sort key: byte order of the key is pinyin order of the names.

use super::reading::{Reading, Sound, tone, units};
use crate::{fold::Class, fold::fold};

/// Longest name, in characters, that is taken for a person's when nobody says what it names.
const PERSON_CHARS: usize = 4;

/// [`sort_key_as`] for a text of unknown kind: up to four hanzi are read as a person's name.
#[must_use]
pub fn sort_key(text: &str) -> String {
    let glyphs = fold(text);
    let short = glyphs.len() <= PERSON_CHARS && glyphs.iter().all(|g| g.class == Class::Gram);
    sort_key_as(text, if short { Reading::Person } else { Reading::Org })
}

/// A key whose byte order is the human order of names: digits, then letters, then hanzi by
/// pinyin, tone and character, then everything without a known reading. Case, blanks and
/// punctuation do not count.
#[must_use]
pub fn sort_key_as(text: &str, reading: Reading) -> String {
    let glyphs = fold(text);
    let mut key = String::with_capacity(glyphs.len() * 10);
    let mut units = units(&glyphs, reading).into_iter().peekable();
    for (at, glyph) in glyphs.iter().enumerate() {
        match units
            .next_if(|unit| unit.glyph == at)
            .map(|unit| unit.sound)
        {
            Some(Sound::Spelled { ch, .. }) => key.push(ch),
            Some(Sound::Read(choices)) => {
                let syllable = choices.all().first().copied().unwrap_or_default();
                // '{' sorts after every letter, so latin comes before hanzi; digits sort before
                // letters, so "li" + tone comes before "lin" + tone.
                key.push('{');
                key.push_str(syllable);
                key.push(tone(glyph.orig, syllable));
                key.push(glyph.ch);
            }
            None => {
                key.push('~');
                key.push(glyph.ch);
            }
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::sort_key;

    #[test]
    fn byte_order_of_keys_is_pinyin_order() {
        let sorted = [
            "21Cake",
            "3M",
            "Amy Zhang",
            "it煤业",
            "TCL",
            "阿里",
            "艾青",
            "曹操",
            "重庆小面馆子",
            "李",
            "李白",
            "李四",
            "厉害",
            "林丹",
            "欧阳修",
            "乔峰",
            "仇英",
            "单雄信",
            "解晓东",
            "尉迟恭",
            "曾国藩",
            "曾国荃",
            "张三",
        ];
        let mut names = sorted.to_vec();
        names.reverse();
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, sorted);
    }

    #[test]
    fn writing_does_not_matter() {
        assert_eq!(sort_key("秦麗霞"), sort_key("秦丽霞"));
        assert_eq!(sort_key("ＴＣＬ 公司"), sort_key("tcl公司"));
        assert!(sort_key("zz") < sort_key("阿"));
        assert!(sort_key("做") < sort_key("\u{2A6D6}\u{2A6D6}"));
    }
}
