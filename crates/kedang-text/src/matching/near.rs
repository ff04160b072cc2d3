//! A term in a name, allowing for one of the usual mistakes.

use super::{Found, Place, Target, Way, spell, text_at};
use crate::{
    fold::{Class, Glyph, class},
    pinyin::{Sound, Unit, blur},
    query::{SHORTEST_LETTERS, Shape, Term, swaps},
};

/// From this length on, one character of a longer name may be off; a shorter word must be a whole
/// name but for that character.
const SHORTEST_PART: usize = 4;
const SHORTEST_OFF: usize = 3;

/// Finds a term in a name with one mistake; the least serious kind first. The forms of the term
/// are made once per query, in [`Near`].
pub(crate) fn near(forms: &Near<'_>, target: &Target<'_>) -> Option<Found> {
    let term = forms.term;
    if !target.field.is_name() || (term.shape == Shape::Mixed && target.text.is_ascii()) {
        return None;
    }
    match term.shape {
        Shape::Digits => None,
        Shape::Ascii => spell::blurred(term, target.units())
            .or_else(|| spell::shorthand(term, target.units()))
            .or_else(|| {
                forms
                    .swaps
                    .iter()
                    .find_map(|swapped| spell::swapped(swapped, target.units()))
            }),
        Shape::Mixed => {
            let count = target.glyphs().len();
            let swapped = forms
                .swaps
                .iter()
                .find_map(|swapped| text_at(swapped, target.glyphs()));
            swapped
                .map(|span| placed(span, count, Way::Swapped))
                .or_else(|| sound(forms, target))
                .or_else(|| one_off(&term.text, target.glyphs()))
        }
    }
}

/// A term with its variants.
pub(crate) struct Near<'q> {
    term: &'q Term,
    swaps: Vec<Vec<char>>,
    /// Per character, its blurred readings.
    sounds: Vec<Vec<String>>,
}

impl<'q> Near<'q> {
    pub(crate) fn new(term: &'q Term) -> Self {
        let letters: Vec<char> = match term.shape {
            Shape::Mixed => term.text.clone(),
            Shape::Ascii if term.text.len() >= SHORTEST_LETTERS => term.spelled.chars().collect(),
            _ => Vec::new(),
        };
        let sounds = term
            .sounds
            .iter()
            .map(|all| all.iter().map(|one| blur(one)).collect());
        Self {
            term,
            swaps: swaps(&letters),
            sounds: sounds.collect(),
        }
    }
}

fn placed((start, end): (usize, usize), count: usize, way: Way) -> Found {
    let place = match (start, end == count) {
        (0, true) => Place::Whole,
        (0, false) => Place::Edge,
        _ => Place::Inside,
    };
    Found {
        place,
        way,
        start,
        end,
    }
}

/// Other characters of the same sound; failing that, of a sound people mix up with it.
fn sound(forms: &Near<'_>, target: &Target<'_>) -> Option<Found> {
    let text = &forms.term.text;
    if text.len() < 2 {
        return None;
    }
    let units = target.units();
    let find = |way: Way, alike: &dyn Fn(usize, &'static str) -> bool| {
        let same = |(at, unit): (usize, &Unit)| {
            target.glyphs()[unit.glyph].ch == text[at]
                || match &unit.sound {
                    Sound::Spelled { .. } => false,
                    Sound::Read(choices) => choices.all().iter().any(|one| alike(at, one)),
                }
        };
        let start = units
            .windows(text.len())
            .position(|window| window.iter().enumerate().all(same))?;
        let span = (units[start].glyph, units[start + text.len() - 1].glyph + 1);
        Some(placed(span, target.glyphs().len(), way))
    };
    find(Way::Sound, &|at, one| forms.term.sounds[at].contains(&one)).or_else(|| {
        find(Way::Blurred, &|at, one| {
            forms.sounds[at].contains(&blur(one))
        })
    })
}

/// One character wrong, missing or too many.
fn one_off(text: &[char], glyphs: &[Glyph]) -> Option<Found> {
    let count = glyphs.len();
    if text.len() < SHORTEST_OFF {
        return None;
    }
    if text.len() < SHORTEST_PART {
        if text.iter().any(|ch| class(*ch) != Class::Gram) {
            return None;
        }
        let off = glyphs
            .iter()
            .zip(text)
            .filter(|(glyph, ch)| glyph.ch != **ch)
            .count();
        return (count == text.len() && off == 1).then(|| placed((0, count), count, Way::OneOff));
    }
    let lengths = [text.len(), text.len() + 1, text.len() - 1];
    lengths.into_iter().find_map(|length| {
        glyphs
            .windows(length)
            .position(|window| differ_by_one(text, window))
            .map(|start| placed((start, start + length), count, Way::OneOff))
    })
}

/// At most one substitution between equal lengths, or one insertion between lengths one apart.
fn differ_by_one(text: &[char], glyphs: &[Glyph]) -> bool {
    let head = glyphs
        .iter()
        .zip(text)
        .take_while(|(glyph, ch)| glyph.ch == **ch)
        .count();
    let tail = glyphs
        .iter()
        .rev()
        .zip(text.iter().rev())
        .take_while(|(glyph, ch)| glyph.ch == **ch)
        .count();
    // A difference at an end would only match a shorter text; ask for it inside.
    let longest = glyphs.len().max(text.len());
    head > 0 && tail > 0 && head + tail + 1 >= longest
}
