//! One term of a query with everything the matcher needs, worked out once.

use crate::{
    fold::{Class, Glyph},
    pinyin::{Reading, Sound, blur, units},
    token::national_forms,
};

/// What a term is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Digits only.
    Digits,
    /// Letters, perhaps with digits.
    Ascii,
    /// At least one hanzi (or character of another script).
    Mixed,
}

/// A term.
#[derive(Clone, Debug)]
pub(crate) struct Term {
    /// The folded characters, never empty.
    pub(crate) text: Vec<char>,
    pub(crate) shape: Shape,
    /// ASCII terms: how it reads as pinyin (`lyu` is lü, typed lv).
    pub(crate) spelled: String,
    /// ASCII terms: [`Self::spelled`], blurred.
    pub(crate) blurred: String,
    /// Digit terms: as typed, and without country code.
    pub(crate) numbers: Vec<String>,
    /// Mixed terms: the readings of each character; empty for what is not read.
    pub(crate) sounds: Vec<Vec<&'static str>>,
}

impl Term {
    /// A term of folded characters; `None` of none.
    pub(crate) fn new(glyphs: &[Glyph]) -> Option<Self> {
        let text = crate::fold::chars(glyphs);
        let shape = if text.is_empty() {
            return None;
        } else if glyphs.iter().any(|glyph| glyph.class == Class::Gram) {
            Shape::Mixed
        } else if glyphs.iter().all(|glyph| glyph.class == Class::Digit) {
            Shape::Digits
        } else {
            Shape::Ascii
        };
        let ascii: String = if shape == Shape::Mixed {
            String::new()
        } else {
            text.iter().collect()
        };
        let spelled = if shape == Shape::Ascii {
            spelled(&ascii)
        } else {
            String::new()
        };
        let numbers = if shape == Shape::Digits {
            national_forms(&ascii)
        } else {
            Vec::new()
        };
        let sounds = if shape == Shape::Mixed {
            sounds(glyphs)
        } else {
            Vec::new()
        };
        let blurred = blur(&spelled);
        Some(Self {
            text,
            shape,
            spelled,
            blurred,
            numbers,
            sounds,
        })
    }
}

/// Passports write lü as LYU; nǚ as NYU, but inside a name `nyu` is n + yu.
fn spelled(ascii: &str) -> String {
    let spelled = ascii.replace("lyu", "lv");
    match spelled.strip_prefix("nyu") {
        Some(rest) => format!("nv{rest}"),
        None => spelled,
    }
}

fn sounds(glyphs: &[Glyph]) -> Vec<Vec<&'static str>> {
    let mut sounds = vec![Vec::new(); glyphs.len()];
    // Nobody knows whether a typed word is a person or a company: take both ways of reading.
    for reading in [Reading::Person, Reading::Org] {
        for unit in units(glyphs, reading) {
            if let Sound::Read(choices) = unit.sound {
                for syllable in choices.all() {
                    if !sounds[unit.glyph].contains(syllable) {
                        sounds[unit.glyph].push(syllable);
                    }
                }
            }
        }
    }
    sounds
}
