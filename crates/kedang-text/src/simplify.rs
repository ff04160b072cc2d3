//! Traditional to simplified hanzi, one character at a time.
//!
//! Phrases do not matter here: both sides of every comparison go through the same mapping, so a
//! character that has two simplified forms only has to be mapped the same way each time.

use std::{collections::HashMap, sync::LazyLock};

use hanconv::RawDictionary;

/// The blocks the flat table covers: CJK extension A and the unified ideographs of the BMP.
const FIRST: u32 = 0x3400;
const LAST: u32 = 0x9FFF;

struct Table {
    /// Indexed by code point − [`FIRST`].
    flat: Box<[char]>,
    /// The few sources beyond the flat table.
    rest: HashMap<char, char>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let pairs: HashMap<char, char> = RawDictionary::TSCharacters
        .iter()
        .filter_map(|(from, to)| Some((only(from)?, only(to)?)))
        .filter(|(from, to)| from != to)
        .collect();
    // Follow chains, so that simplifying twice changes nothing; the bound guards against a cycle.
    let settle = |mut ch: char| {
        for _ in 0..4 {
            match pairs.get(&ch) {
                Some(&next) => ch = next,
                None => break,
            }
        }
        ch
    };
    let flat = (FIRST..=LAST)
        .map(|code| settle(char::from_u32(code).unwrap_or('\u{FFFD}')))
        .collect();
    let rest = pairs
        .keys()
        .filter(|ch| !(FIRST..=LAST).contains(&u32::from(**ch)))
        .map(|&ch| (ch, settle(ch)))
        .collect();
    Table { flat, rest }
});

/// The simplified form of one character; the character itself if it has none.
pub(crate) fn simplify(ch: char) -> char {
    let code = u32::from(ch);
    if code < FIRST {
        return ch;
    }
    if code <= LAST {
        return TABLE
            .flat
            .get((code - FIRST) as usize)
            .copied()
            .unwrap_or(ch);
    }
    TABLE.rest.get(&ch).copied().unwrap_or(ch)
}

fn only(text: &str) -> Option<char> {
    let mut chars = text.chars();
    let first = chars.next()?;
    chars.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::simplify;

    #[test]
    fn common_names_become_simplified() {
        for (from, to) in [
            ("劉張陳黃楊趙吳", "刘张陈黄杨赵吴"),
            ("麗偉國華龍劍蘇", "丽伟国华龙剑苏"),
            ("騏驎", "骐𬴊"),
            ("张伟𠅤㛃ab1", "张伟𠅤㛃ab1"),
        ] {
            assert_eq!(from.chars().map(simplify).collect::<String>(), to);
        }
    }

    #[test]
    fn simplifying_twice_changes_nothing() {
        for code in 0..=0x2FFFF {
            if let Some(ch) = char::from_u32(code) {
                assert_eq!(simplify(simplify(ch)), simplify(ch), "{ch}");
            }
        }
    }
}
