//! Matches digits against telephone numbers.

use super::{Found, Place, Way};
use crate::{
    fold::{Class, Glyph},
    query::Term,
    token::{area_code, phone_digits},
};

/// Shorter digits match a number only at its ends.
const SHORTEST_INSIDE: usize = 4;
const SHORTEST: usize = 3;

/// The term in the numbers of a phone field: a whole number, its tail, its head, its middle.
pub(super) fn phone(term: &Term, text: &str, glyphs: &[Glyph]) -> Option<Found> {
    let numbers = phone_digits(text);
    let mut best: Option<Place> = None;
    for typed in term.numbers.iter().filter(|typed| typed.len() >= SHORTEST) {
        for number in &numbers {
            let local = &number[area_code(number)..];
            let place = if typed == number || typed == local {
                Place::Whole
            } else if number.ends_with(typed.as_str()) {
                Place::Edge
            } else if number.starts_with(typed.as_str())
                || local.starts_with(typed.as_str())
                || (typed.len() >= SHORTEST_INSIDE && number.contains(typed.as_str()))
            {
                Place::Inside
            } else {
                continue;
            };
            if best.is_none_or(|known| place < known) {
                best = Some(place);
            }
        }
    }
    let (start, end) = span(term, glyphs);
    best.map(|place| Found {
        place,
        way: Way::Text,
        start,
        end,
    })
}

/// Where the digits stand in the field, for the mark; the whole field if they are split in some
/// way only [`phone_digits`] understands.
fn span(term: &Term, glyphs: &[Glyph]) -> (usize, usize) {
    let shortest = term.numbers.iter().min_by_key(|number| number.len());
    let typed: Vec<char> = shortest
        .map(|number| number.chars().collect())
        .unwrap_or_default();
    let same = |window: &[Glyph]| {
        window
            .iter()
            .zip(&typed)
            .all(|(glyph, ch)| glyph.class == Class::Digit && glyph.ch == *ch)
    };
    glyphs
        .windows(typed.len().max(1))
        .rposition(same)
        .map_or((0, glyphs.len()), |start| (start, start + typed.len()))
}
