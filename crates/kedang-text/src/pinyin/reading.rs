//! Which ways a hanzi may be read where it stands: the units every pinyin form is made of.

use std::{collections::HashMap, sync::LazyLock};

use pinyin::{ToPinyin, ToPinyinMulti};

use super::table::{COMPOUND_SURNAMES, PHRASES, POLYPHONES, SURNAMES};
use crate::fold::{Class, Glyph};

/// What a text names, which decides how its hanzi are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A human being: surname readings (曾 zēng, 尉迟 yùchí) and free readings of given names.
    Person,
    /// An organization or any other text: places and common words settle the reading.
    Org,
}

/// Up to three syllables without tone, the most plausible first.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Choices {
    syllables: [&'static str; 3],
    count: usize,
}

impl Choices {
    fn one(syllable: &'static str) -> Self {
        Self {
            syllables: [syllable, "", ""],
            count: 1,
        }
    }

    fn add(&mut self, syllable: &'static str) {
        if self.count < self.syllables.len() && !self.all().contains(&syllable) {
            self.syllables[self.count] = syllable;
            self.count += 1;
        }
    }

    pub(crate) fn all(&self) -> &[&'static str] {
        &self.syllables[..self.count]
    }
}

/// One readable character of a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unit {
    /// Index of its glyph.
    pub(crate) glyph: usize,
    pub(crate) sound: Sound,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Sound {
    /// A hanzi.
    Read(Choices),
    /// A letter or digit, spelled as itself; `inside` if it continues a run of such.
    Spelled { ch: char, inside: bool },
}

#[derive(Default)]
struct Known {
    choices: Choices,
    surname: Option<&'static str>,
    compounds: Vec<Phrase>,
    phrases: Vec<Phrase>,
}

struct Phrase {
    rest: Vec<char>,
    syllables: Vec<&'static str>,
}

static KNOWN: LazyLock<HashMap<char, Known>> = LazyLock::new(|| {
    let mut known: HashMap<char, Known> = HashMap::new();
    for (text, syllables) in pairs(POLYPHONES) {
        for ch in text.chars() {
            let entry = known.entry(ch).or_default();
            syllables
                .iter()
                .for_each(|syllable| entry.choices.add(syllable));
        }
    }
    for (text, syllables) in pairs(SURNAMES) {
        for ch in text.chars() {
            known.entry(ch).or_default().surname = syllables.first().copied();
        }
    }
    for (list, compound) in [(COMPOUND_SURNAMES, true), (PHRASES, false)] {
        for (text, syllables) in pairs(list) {
            let mut chars = text.chars();
            let Some(first) = chars.next() else { continue };
            let entry = known.entry(first).or_default();
            let phrase = Phrase {
                rest: chars.collect(),
                syllables,
            };
            let list = if compound {
                &mut entry.compounds
            } else {
                &mut entry.phrases
            };
            list.push(phrase);
        }
    }
    for entry in known.values_mut() {
        entry
            .phrases
            .sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
    }
    known
});

fn pairs(list: &'static str) -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    list.split_whitespace()
        .filter_map(|pair| pair.split_once(':'))
        .map(|(text, syllables)| (text, syllables.split(',').collect()))
}

/// The readable units of a folded text. Characters nobody knows a reading of are left out.
pub(crate) fn units(glyphs: &[Glyph], reading: Reading) -> Vec<Unit> {
    let mut out = Vec::with_capacity(glyphs.len());
    let mut at = 0;
    while let Some(glyph) = glyphs.get(at) {
        if glyph.class != Class::Gram {
            let inside = at > 0 && glyphs[at - 1].class != Class::Gram && !glyph.gap;
            out.push(Unit {
                glyph: at,
                sound: Sound::Spelled {
                    ch: glyph.ch,
                    inside,
                },
            });
            at += 1;
            continue;
        }
        let known = KNOWN.get(&glyph.ch);
        if let Some(syllables) = known.and_then(|known| settled(known, glyphs, at, reading)) {
            for syllable in syllables {
                let mut choices = Choices::one(syllable);
                if reading == Reading::Person {
                    // 尉迟 is yuchi; people who do not know that type weichi, or 慰迟.
                    everyday(&glyphs[at])
                        .into_iter()
                        .for_each(|one| choices.add(one));
                }
                out.push(Unit {
                    glyph: at,
                    sound: Sound::Read(choices),
                });
                at += 1;
            }
            continue;
        }
        // 乾 is not read like 干, what it is simplified to.
        let own = KNOWN.get(&glyph.orig).filter(|own| own.choices.count > 0);
        let surname = at == 0 && reading == Reading::Person;
        let choices = choices(glyph, own.or(known), surname);
        if choices.count > 0 {
            out.push(Unit {
                glyph: at,
                sound: Sound::Read(choices),
            });
        }
        at += 1;
    }
    out
}

/// The readings if a compound surname or a known phrase starts here.
fn settled<'k>(
    known: &'k Known,
    glyphs: &[Glyph],
    at: usize,
    reading: Reading,
) -> Option<&'k [&'static str]> {
    let follows = |phrase: &&Phrase| {
        let rest = glyphs.get(at + 1..at + 1 + phrase.rest.len());
        rest.is_some_and(|rest| rest.iter().zip(&phrase.rest).all(|(g, ch)| g.ch == *ch))
    };
    let list = match reading {
        Reading::Person if at == 0 => &known.compounds,
        Reading::Person => return None,
        Reading::Org => &known.phrases,
    };
    list.iter()
        .find(follows)
        .map(|phrase| phrase.syllables.as_slice())
}

fn choices(glyph: &Glyph, known: Option<&Known>, surname: bool) -> Choices {
    let mut choices = Choices::default();
    if surname && let Some(syllable) = known.and_then(|known| known.surname) {
        choices.add(syllable);
    }
    if let Some(known) = known {
        known
            .choices
            .all()
            .iter()
            .for_each(|syllable| choices.add(syllable));
    }
    // The dictionary's first reading counts only where the table is silent: it gives 长 as zhǎng
    // and 佛 as fú.
    if known.is_none_or(|known| known.choices.count == 0)
        && let Some(syllable) = dictionary(glyph.orig).or_else(|| dictionary(glyph.ch))
    {
        choices.add(syllable);
    }
    choices
}

/// The first reading of a character on its own.
fn everyday(glyph: &Glyph) -> Option<&'static str> {
    let known = KNOWN
        .get(&glyph.ch)
        .and_then(|known| known.choices.all().first().copied());
    known.or_else(|| dictionary(glyph.ch))
}

fn dictionary(ch: char) -> Option<&'static str> {
    match ch {
        '〇' => Some("ling"),
        '\u{20BB7}' => Some("ji"),
        _ => ch.to_pinyin().map(|found| ascii(found.plain())),
    }
}

/// The tone, 1 to 5, of a character read with this syllable; 5 if unknown.
pub(crate) fn tone(ch: char, syllable: &str) -> char {
    let Some(multi) = ch.to_pinyin_multi() else {
        return '5';
    };
    multi
        .into_iter()
        .find(|found| ascii(found.plain()) == syllable)
        .and_then(|found| found.with_tone_num_end().chars().last())
        .filter(char::is_ascii_digit)
        .unwrap_or('5')
}

/// The dictionary writes ü; keyboards type v.
fn ascii(syllable: &'static str) -> &'static str {
    match syllable {
        "lü" => "lv",
        "lüe" => "lve",
        "nü" => "nv",
        "nüe" => "nve",
        _ => syllable,
    }
}
