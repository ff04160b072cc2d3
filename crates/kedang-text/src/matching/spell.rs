//! Matches latin letters against the readings of hanzi.

use super::{Found, Place, Way};
use crate::{
    pinyin::{Choices, Sound, Unit, blur_after},
    query::Term,
};

/// Shorter words match only from the start of a name.
const SHORTEST_INNER: usize = 3;
/// Sounds people mix up count from this length on; below, too many names sound alike.
const SHORTEST_BLURRED: usize = 4;

/// Which readings of a character count.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Readings {
    /// The most plausible one.
    First,
    All,
}

impl Readings {
    fn of(self, choices: &Choices) -> &[&'static str] {
        let all = choices.all();
        if self == Self::First {
            &all[..all.len().min(1)]
        } else {
            all
        }
    }
}

/// Full pinyin, the last syllable possibly unfinished.
pub(crate) fn full(term: &Term, units: &[Unit]) -> Option<Found> {
    either(Way::Spelled, |way, readings| {
        search(units, term.text.len(), way, |rest| {
            full_at(term.spelled.as_bytes(), rest, readings)
        })
    })
}

/// Initials.
pub(crate) fn initials(term: &Term, units: &[Unit]) -> Option<Found> {
    let letters: Vec<u8> = term
        .text
        .iter()
        .filter_map(|ch| u8::try_from(*ch).ok())
        .collect();
    either(Way::Initials, |way, readings| {
        search(units, term.text.len(), way, |rest| {
            initials_at(&letters, rest, readings)
        })
    })
}

/// First by the most plausible readings, then by all of them, which ranks a little lower: 叶 is
/// yè, though some read xié.
fn either(way: Way, find: impl Fn(Way, Readings) -> Option<Found>) -> Option<Found> {
    find(way, Readings::First).or_else(|| find(way.second(), Readings::All))
}

/// Full pinyin with sounds people mix up.
pub(crate) fn blurred(term: &Term, units: &[Unit]) -> Option<Found> {
    if term.blurred.len() < SHORTEST_BLURRED {
        return None;
    }
    search(units, term.text.len(), Way::Blurred, |rest| {
        blurred_at(&term.blurred, ' ', rest)
    })
}

/// Syllables and initials mixed, from the start of the name.
pub(crate) fn shorthand(term: &Term, units: &[Unit]) -> Option<Found> {
    let taken = shorthand_at(&term.spelled, units)?;
    found(units, 0, taken, Way::Shorthand)
}

/// Full pinyin of a word with two neighbouring letters swapped, from the start of the name.
pub(crate) fn swapped(swapped: &[char], units: &[Unit]) -> Option<Found> {
    let letters: Vec<u8> = swapped
        .iter()
        .filter_map(|ch| u8::try_from(*ch).ok())
        .collect();
    let taken = full_at(&letters, units, Readings::All)?;
    found(units, 0, taken, Way::Swapped)
}

/// The best place where `at` matches: the start, else the first later one. `at` returns how many
/// units it used.
fn search(
    units: &[Unit],
    letters: usize,
    way: Way,
    at: impl Fn(&[Unit]) -> Option<usize>,
) -> Option<Found> {
    let starts = if letters < SHORTEST_INNER {
        units.len().min(1)
    } else {
        units.len()
    };
    (0..starts).find_map(|start| {
        let inside = matches!(units[start].sound, Sound::Spelled { inside: true, .. });
        let taken = if inside { None } else { at(&units[start..]) };
        taken.and_then(|taken| found(units, start, taken, way))
    })
}

fn found(units: &[Unit], start: usize, taken: usize, way: Way) -> Option<Found> {
    let place = match (start, taken == units.len() - start) {
        (0, true) => Place::Whole,
        (0, false) => Place::Edge,
        _ => Place::Inside,
    };
    let last = units.get((start + taken).checked_sub(1)?)?;
    Some(Found {
        place,
        way,
        start: units[start].glyph,
        end: last.glyph + 1,
    })
}

fn full_at(letters: &[u8], units: &[Unit], readings: Readings) -> Option<usize> {
    if letters.is_empty() {
        return Some(0);
    }
    let (unit, rest) = units.split_first()?;
    match &unit.sound {
        Sound::Spelled { ch, .. } => {
            let same = char::from(letters[0]) == *ch;
            same.then(|| full_at(&letters[1..], rest, readings))
                .flatten()
                .map(|taken| taken + 1)
        }
        Sound::Read(choices) => readings.of(choices).iter().find_map(|syllable| {
            let shared = letters.len().min(syllable.len());
            let same = letters.iter().zip(syllable.as_bytes()).all(typed_as);
            same.then(|| full_at(&letters[shared..], rest, readings))
                .flatten()
                .map(|taken| taken + 1)
        }),
    }
}

/// ü is typed v, or u by those who do not know.
fn typed_as((typed, read): (&u8, &u8)) -> bool {
    typed == read || (*read == b'v' && *typed == b'u')
}

fn initials_at(letters: &[u8], units: &[Unit], readings: Readings) -> Option<usize> {
    let Some((first, tail)) = letters.split_first() else {
        return Some(0);
    };
    let (unit, rest) = units.split_first()?;
    let same = match &unit.sound {
        Sound::Spelled { ch, .. } => char::from(*first) == *ch,
        Sound::Read(choices) => readings
            .of(choices)
            .iter()
            .any(|syllable| syllable.as_bytes().first() == Some(first)),
    };
    let direct = same
        .then(|| initials_at(tail, rest, readings))
        .flatten()
        .map(|taken| taken + 1);
    direct.or_else(|| {
        // The rest of a latin word may be left out: i for IT.
        let inside = matches!(unit.sound, Sound::Spelled { inside: true, .. });
        inside
            .then(|| initials_at(letters, rest, readings))
            .flatten()
            .map(|taken| taken + 1)
    })
}

fn blurred_at(letters: &str, previous: char, units: &[Unit]) -> Option<usize> {
    if letters.is_empty() {
        return Some(0);
    }
    let (unit, rest) = units.split_first()?;
    let step = |part: &str| {
        let blurred = blur_after(previous, part);
        let next = part.chars().last().unwrap_or(previous);
        if let Some(left) = letters.strip_prefix(blurred.as_str()) {
            return blurred_at(left, next, rest).map(|taken| taken + 1);
        }
        blurred.starts_with(letters).then_some(1)
    };
    match &unit.sound {
        Sound::Spelled { ch, .. } => step(ch.encode_utf8(&mut [0; 4])),
        Sound::Read(choices) => choices.all().iter().find_map(|syllable| step(syllable)),
    }
}

fn shorthand_at(letters: &str, units: &[Unit]) -> Option<usize> {
    if letters.is_empty() {
        return Some(0);
    }
    let (unit, rest) = units.split_first()?;
    let step = |part: &str| {
        let left = letters.strip_prefix(part)?;
        shorthand_at(left, rest).map(|taken| taken + 1)
    };
    match &unit.sound {
        Sound::Spelled { ch, .. } => step(ch.encode_utf8(&mut [0; 4])),
        Sound::Read(choices) => choices.all().iter().find_map(|syllable| {
            let digraph = syllable.as_bytes().get(1) == Some(&b'h');
            step(syllable)
                .or_else(|| digraph.then(|| step(&syllable[..2])).flatten())
                .or_else(|| step(&syllable[..1]))
                .or_else(|| syllable.starts_with(letters).then_some(1))
        }),
    }
}
