//! Expressions for customers that almost hold the terms: typing mistakes of every usual kind.

use super::{Expr, Query, Shape, Term, strict};
use crate::{
    fold::{Class, class},
    token::Kind,
};

/// Longer terms are not varied: a mistake in them still leaves the database enough to go by.
const LONGEST: usize = 16;
/// From this length on, a half of a word says enough.
const HALVED: usize = 8;
/// Combinations of readings tried for a word of hanzi.
const READINGS: usize = 6;
/// Blurred pinyin shorter than this must be a whole name.
const SHORTEST_SPELL: usize = 5;
/// Latin words from this length on are tried with neighbouring letters swapped.
pub(crate) const SHORTEST_LETTERS: usize = 6;

impl Query {
    /// The rounds that forgive mistakes: swapped neighbours, homophones, one wrong, missing or
    /// superfluous character, words run together, mixed full and initial pinyin. Run them only if
    /// the strict rounds brought no hit, or fewer than you care to show. May be empty.
    #[must_use]
    pub fn lenient_rounds(&self) -> Vec<Expr> {
        let mut ways: Vec<Expr> = Vec::new();
        if let Some(joined) = &self.joined {
            ways.extend(near(joined));
        }
        let per_term: Vec<(Option<Expr>, Option<Expr>)> = self
            .terms
            .iter()
            .map(|term| (strict::part(term), near(term)))
            .collect();
        if per_term.iter().any(|(_, near)| near.is_some()) {
            let terms = per_term
                .into_iter()
                .filter_map(|(part, near)| Expr::any(part.into_iter().chain(near).collect()));
            ways.extend(Expr::all(terms.collect()));
        }
        Expr::any(ways).into_iter().collect()
    }
}

fn near(term: &Term) -> Option<Expr> {
    if term.text.len() > LONGEST {
        return None;
    }
    match term.shape {
        Shape::Digits => None,
        Shape::Ascii => letters(term),
        Shape::Mixed => hanzi(term),
    }
}

fn hanzi(term: &Term) -> Option<Expr> {
    let text = &term.text;
    if text.len() < 2 {
        return None;
    }
    let short = text.len() < HALVED;
    let mut ways: Vec<Expr> = if short {
        swaps(text)
            .iter()
            .filter_map(|one| strict::mixed(one))
            .collect()
    } else {
        halves(text)
    };
    for spelled in readings(term) {
        let chars: Vec<char> = spelled.chars().collect();
        if chars.len() >= SHORTEST_SPELL {
            ways.push(strict::begins(Kind::Spell, &chars));
            ways.push(strict::begins(Kind::InnerSpell, &chars));
        } else {
            ways.push(strict::is(Kind::Spell, &chars));
        }
    }
    if short {
        ways.extend(one_off(text));
    }
    Expr::any(ways)
}

/// One mistake leaves one half of a long word intact; unless it swaps the two characters where
/// the halves meet.
fn halves(text: &[char]) -> Vec<Expr> {
    let middle = text.len() / 2;
    let mut swapped = text.to_vec();
    swapped.swap(middle - 1, middle);
    let parts: [&[char]; 3] = [&text[..middle], &text[middle..], &swapped];
    parts.into_iter().filter_map(strict::mixed).collect()
}

/// Everything but the pairs one character takes part in, for each character.
fn one_off(text: &[char]) -> Vec<Expr> {
    if text.len() == 3 && text.iter().all(|ch| class(*ch) == Class::Gram) {
        let pair = |a: usize, b: usize| {
            Expr::all(vec![
                strict::is(Kind::Single, &[text[a]]),
                strict::is(Kind::Single, &[text[b]]),
            ])
        };
        return [pair(0, 1), pair(0, 2), pair(1, 2)]
            .into_iter()
            .flatten()
            .collect();
    }
    let without = |at: usize| {
        let sides = [&text[..at], &text[at + 1..]];
        let parts = sides.iter().filter(|side| side.len() > 1);
        Expr::all(parts.filter_map(|side| strict::mixed(side)).collect())
    };
    if text.len() < 3 {
        Vec::new()
    } else {
        (0..text.len()).filter_map(without).collect()
    }
}

/// The blurred readings of the term, bounded; none if a character has no known reading.
fn readings(term: &Term) -> Vec<String> {
    let mut out = vec![String::new()];
    for (ch, sounds) in term.text.iter().zip(&term.sounds) {
        if sounds.is_empty() {
            if class(*ch) == Class::Gram {
                return Vec::new();
            }
            out.iter_mut().for_each(|spelled| spelled.push(*ch));
            continue;
        }
        out = out
            .iter()
            .flat_map(|head| sounds.iter().map(move |sound| format!("{head}{sound}")))
            .take(READINGS)
            .collect();
    }
    out.iter()
        .map(|spelled| crate::pinyin::blur(spelled))
        .collect()
}

fn letters(term: &Term) -> Option<Expr> {
    if term.text.iter().any(|ch| class(*ch) != Class::Letter) {
        return None;
    }
    let mut ways: Vec<Expr> = crate::pinyin::shorthand(&term.spelled)
        .iter()
        .map(|initials| {
            let chars: Vec<char> = initials.chars().collect();
            if chars.len() > 2 {
                strict::begins(Kind::Initials, &chars)
            } else {
                strict::is(Kind::Initials, &chars)
            }
        })
        .collect();
    if term.text.len() >= SHORTEST_LETTERS {
        let spelled: Vec<char> = term.spelled.chars().collect();
        for swapped in swaps(&spelled) {
            let blurred = crate::pinyin::blur(&swapped.iter().collect::<String>());
            ways.push(strict::begins_str(Kind::Spell, &blurred));
        }
    }
    Expr::any(ways)
}

/// The text with each two different neighbours swapped.
pub(crate) fn swaps(text: &[char]) -> Vec<Vec<char>> {
    (1..text.len())
        .filter(|at| text[*at] != text[at - 1])
        .map(|at| {
            let mut swapped = text.to_vec();
            swapped.swap(at - 1, at);
            swapped
        })
        .collect()
}
