//! Tokens of a name: the whole, single characters, pairs, initials, pinyin.

use super::{Cap, Kind, Sink, shortened, word};
use crate::{
    entry::{Entry, Field},
    fold::{Class, Glyph},
    pinyin::{Reading, Unit, blur, full_of, initials_of, units},
};

/// Readings kept of a whole name, and of a later part of one.
const WHOLE_READINGS: usize = 8;
const PART_READINGS: usize = 4;
/// A letter that blurs away still takes room before it is cut; twice the length is enough.
const SPELL_LETTERS: usize = 36;

/// Ends of company names. Nobody starts a search inside them, so no token starts there.
const LEGAL_FORMS: [&str; 6] = [
    "有限责任公司",
    "股份有限公司",
    "集团有限公司",
    "有限公司",
    "分公司",
    "公司",
];

pub(super) fn add(sink: &mut Sink, entry: &Entry<'_>, glyphs: &[Glyph]) {
    let reading = entry.reading();
    let skip = if reading == Reading::Org {
        legal_forms(glyphs)
    } else {
        Vec::new()
    };
    let starts = |at: usize| !skip.contains(&at);
    sink.add(Kind::Whole, glyphs.iter().map(|glyph| glyph.ch));
    word::add_suffixes(sink, glyphs);
    word::add_grams(sink, glyphs);
    if entry.field != Field::Company {
        for (at, glyph) in glyphs.iter().enumerate() {
            if glyph.class == Class::Gram && starts(at) {
                sink.add(Kind::Single, [glyph.ch]);
            }
        }
    }
    let units = units(glyphs, reading);
    spell(sink, &units, (Kind::Initials, Kind::Spell), WHOLE_READINGS);
    for (at, unit) in units.iter().enumerate().skip(1) {
        if starts(unit.glyph) && glyphs[unit.glyph].class == Class::Gram {
            spell(
                sink,
                &units[at..],
                (Kind::InnerInitials, Kind::InnerSpell),
                PART_READINGS,
            );
        }
    }
    if reading == Reading::Org
        && let Some(kept) = shortened(glyphs)
    {
        let short: Vec<Glyph> = kept.iter().map(|at| glyphs[*at]).collect();
        sink.add(Kind::Whole, short.iter().map(|glyph| glyph.ch));
        word::add_grams(sink, &short);
        let kept_units: Vec<Unit> = units
            .iter()
            .filter(|unit| kept.contains(&unit.glyph))
            .copied()
            .collect();
        spell(
            sink,
            &kept_units,
            (Kind::Initials, Kind::Spell),
            WHOLE_READINGS,
        );
    }
}

fn spell(sink: &mut Sink, units: &[Unit], (initials, full): (Kind, Kind), readings: usize) {
    for letters in initials_of(units, Cap::of(initials), readings) {
        sink.add(initials, letters.chars());
    }
    for letters in full_of(units, SPELL_LETTERS, readings) {
        sink.add(full, blur(&letters).chars());
    }
}

/// Indices of the characters that belong to a legal form.
fn legal_forms(glyphs: &[Glyph]) -> Vec<usize> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < glyphs.len() {
        let here = |form: &&&str| {
            let mut rest = glyphs[at..].iter();
            form.chars()
                .all(|ch| rest.next().is_some_and(|glyph| glyph.ch == ch))
        };
        match LEGAL_FORMS.iter().find(here) {
            Some(form) => {
                let len = form.chars().count();
                out.extend(at..at + len);
                at += len;
            }
            None => at += 1,
        }
    }
    out
}
