//! A term in a text, exactly as typed (folded) or as its pinyin.

use super::{Found, Place, Target, Way, digits, spell, target::Short};
use crate::{
    entry::Field,
    fold::{Class, Glyph},
    pinyin::Unit,
    query::{Shape, Term},
};

/// Letters inside a text that is no name must be at least as many.
const SHORTEST_INSIDE: usize = 3;

/// Finds a term in a text, the best way it matches.
pub(super) fn strict(term: &Term, target: &Target<'_>) -> Option<Found> {
    match target.field {
        Field::Phone if term.shape == Shape::Digits => {
            return digits::phone(term, target.text, target.glyphs());
        }
        Field::Phone => return None,
        Field::Address | Field::Other if term.shape == Shape::Digits => {
            return whole_number(&term.text, target.glyphs());
        }
        _ if term.shape == Shape::Mixed && target.text.is_ascii() => return None,
        _ => {}
    }
    let at = text_at(&term.text, target.glyphs()).filter(|(start, end)| {
        let account = matches!(
            target.field,
            Field::Email | Field::Handle | Field::Address | Field::Other
        );
        // `or` is in every example.org; in running text only the start of a word counts.
        !account
            || term.shape != Shape::Ascii
            || *start == 0
            || (end - start >= SHORTEST_INSIDE && starts_word(target.glyphs(), *start))
    });
    let mut best = at.map(|(start, end)| {
        let place = match (start, end == target.glyphs().len()) {
            (0, true) => Place::Whole,
            // A latin word of a name is as good as the name: Linda for `Linda 陈`.
            _ if target.field.is_name()
                && term.shape == Shape::Ascii
                && is_word(target.glyphs(), start, end) =>
            {
                Place::Whole
            }
            (0, false) => Place::Edge,
            // The tail of a code is how people quote it.
            (_, true) if matches!(target.field, Field::Code | Field::Uscc | Field::Handle) => {
                Place::Edge
            }
            _ => Place::Inside,
        };
        Found {
            place,
            way: Way::Text,
            start,
            end,
        }
    });
    if best.is_some() || !target.field.is_name() {
        return best;
    }
    if term.shape == Shape::Mixed {
        best = target.short().and_then(|short| {
            let (start, end) = text_at(&term.text, &short.glyphs)?;
            Some(back(short, start, end, Way::Text))
        });
    }
    if term.shape == Shape::Ascii {
        best = spelled(term, target.units())
            .or_else(|| target.short().and_then(|short| spelled(term, &short.units)));
    }
    best
}

/// As full pinyin or as initials, whichever fits better: `zh` is the whole of 赵辉 by its initials
/// though it also begins zhao.
fn spelled(term: &Term, units: &[Unit]) -> Option<Found> {
    let full = spell::full(term, units);
    if full.is_some_and(|found| found.place == Place::Whole) {
        return full;
    }
    let initials = spell::initials(term, units);
    let better = initials.filter(|found| full.is_none_or(|full| found.place < full.place));
    better.or(full)
}

/// True if a word starts here: after a gap, or where letters, digits and hanzi meet.
fn starts_word(glyphs: &[Glyph], at: usize) -> bool {
    match (
        at.checked_sub(1).and_then(|before| glyphs.get(before)),
        glyphs.get(at),
    ) {
        (Some(before), Some(here)) => here.gap || here.class != before.class,
        _ => true,
    }
}

/// True if the range is a word of its own, longer than a letter.
fn is_word(glyphs: &[Glyph], start: usize, end: usize) -> bool {
    end - start > 1 && starts_word(glyphs, start) && starts_word(glyphs, end)
}

/// The first place of the characters.
pub(crate) fn text_at(text: &[char], glyphs: &[Glyph]) -> Option<(usize, usize)> {
    let first = text.first()?;
    let last = glyphs.len().checked_sub(text.len())?;
    (0..=last)
        .find(|start| {
            glyphs[*start].ch == *first
                && glyphs[*start..]
                    .iter()
                    .zip(text)
                    .all(|(glyph, ch)| glyph.ch == *ch)
        })
        .map(|start| (start, start + text.len()))
}

/// A place in the shortened name, told in characters of the full one.
fn back(short: &Short, start: usize, end: usize, way: Way) -> Found {
    let place = match (start, end == short.glyphs.len()) {
        (0, true) => Place::Whole,
        (0, false) => Place::Edge,
        _ => Place::Inside,
    };
    Found {
        place,
        way,
        start: short.kept[start],
        end: short.kept[end - 1] + 1,
    }
}

/// A number in running text, not a part of a longer one: 12 is not in 1215号.
fn whole_number(text: &[char], glyphs: &[Glyph]) -> Option<Found> {
    let digit = |at: usize| {
        glyphs
            .get(at)
            .is_some_and(|glyph| glyph.class == Class::Digit)
    };
    let joined = |at: usize| digit(at) && !glyphs[at].gap;
    (0..glyphs.len())
        .filter(|start| glyphs[*start].ch == text[0])
        .find(|start| {
            let end = start + text.len();
            let before = *start > 0 && digit(start - 1) && !glyphs[*start].gap;
            glyphs[*start..].len() >= text.len()
                && glyphs[*start..end]
                    .iter()
                    .zip(text)
                    .all(|(glyph, ch)| glyph.ch == *ch)
                && !before
                && !joined(end)
        })
        .map(|start| Found {
            place: Place::Inside,
            way: Way::Text,
            start,
            end: start + text.len(),
        })
}
