//! Expressions for customers that hold the terms as typed.

use super::{Expr, Query, Shape, Term};
use crate::{
    fold::{Class, class},
    token::{Cap, Kind, SHORTEST_USCC, token},
};

/// Pairs of company names so frequent that asking for them only costs.
const FREQUENT: [&str; 8] = [
    "有限", "限公", "公司", "限责", "责任", "任公", "股份", "份有",
];
/// More pairs than this make a query no narrower.
const MOST_PAIRS: usize = 8;
/// Shorter words are no prefix of a later part of a name: too many would have it.
const SHORTEST_INNER: usize = 3;
/// Digit queries up to this length are phone tails first; parts of a credit code come later.
const PHONE_LIKE: std::ops::RangeInclusive<usize> = 4..=7;

impl Query {
    /// All rounds: [`Self::strict_rounds`], then [`Self::lenient_rounds`]. Run them in order, join
    /// their results, and stop after the first that brings a hit that [settles](crate::Hit::settles)
    /// the search. A round may return customers that do not match; [`Query::score`] sorts them
    /// out.
    #[must_use]
    pub fn rounds(&self) -> Vec<Expr> {
        let mut rounds = self.strict_rounds();
        rounds.extend(self.lenient_rounds());
        rounds
    }

    /// The rounds that find what was typed, the likelier meaning first: never empty.
    #[must_use]
    pub fn strict_rounds(&self) -> Vec<Expr> {
        let mut rounds = Vec::new();
        let ascii = self.terms.iter().all(|term| term.shape != Shape::Mixed);
        if ascii && let Some(joined) = &self.joined {
            // `ji shun yuan`: the syllables alone would match almost everything.
            rounds.extend(part(joined));
        }
        rounds.extend(Expr::all(self.terms.iter().filter_map(part).collect()));
        let wide: Vec<Expr> = self.terms.iter().filter_map(wide).collect();
        if wide.len() == self.terms.len() {
            rounds.extend(Expr::all(wide));
        }
        rounds
    }

    /// The few customers one of whose names or numbers is, as a whole, what was typed. Contained
    /// in the strict rounds; ask for it besides when a strict round overflows its cap, for then
    /// the best hits may be among those cut off. `None` if whole words make no sense here.
    #[must_use]
    pub fn whole_round(&self) -> Option<Expr> {
        self.whole().and_then(exact)
    }
}

/// A token if the characters fill it, else a prefix.
pub(super) fn begins(kind: Kind, chars: &[char]) -> Expr {
    let made = token(kind, chars.iter().copied());
    if chars.len() >= Cap::of(kind) {
        Expr::Token(made)
    } else {
        Expr::Prefix(made)
    }
}

/// [`begins`] for a string.
pub(super) fn begins_str(kind: Kind, text: &str) -> Expr {
    begins(kind, &text.chars().collect::<Vec<char>>())
}

/// The token of the characters.
pub(super) fn is(kind: Kind, chars: &[char]) -> Expr {
    Expr::Token(token(kind, chars.iter().copied()))
}

fn exact(term: &Term) -> Option<Expr> {
    match term.shape {
        Shape::Mixed => Some(is(Kind::Whole, &term.text)),
        Shape::Digits if term.text.len() <= *PHONE_LIKE.end() => None,
        Shape::Digits => Expr::any(
            term.numbers
                .iter()
                .map(|number| is(Kind::Head, &number.chars().collect::<Vec<char>>()))
                .collect(),
        ),
        Shape::Ascii if term.text.len() == 1 => None,
        Shape::Ascii => Expr::any(vec![
            is(Kind::Initials, &term.text),
            Expr::Token(token(Kind::Spell, term.blurred.chars())),
            is(Kind::Word, &term.text),
        ]),
    }
}

/// Customers one of whose texts holds the term.
pub(super) fn part(term: &Term) -> Option<Expr> {
    match term.shape {
        Shape::Mixed => mixed(&term.text),
        Shape::Digits => digits(term),
        Shape::Ascii => ascii(term),
    }
}

/// Hanzi, perhaps with letters or digits: every pair, every run.
pub(super) fn mixed(text: &[char]) -> Option<Expr> {
    let mut pairs = Vec::new();
    let mut frequent = Vec::new();
    let mut words = Vec::new();
    let runs: Vec<&[char]> = text
        .chunk_by(|left, right| (class(*left) == Class::Gram) == (class(*right) == Class::Gram))
        .collect();
    for (at, run) in runs.iter().enumerate() {
        if class(run[0]) == Class::Gram {
            for pair in run.windows(2) {
                let list = if is_frequent(pair) {
                    &mut frequent
                } else {
                    &mut pairs
                };
                list.push(is(Kind::Gram, pair));
            }
        } else if run.len() > 1 {
            let last = at + 1 == runs.len();
            words.push(if last {
                begins(Kind::Word, run)
            } else {
                is(Kind::Word, run)
            });
        }
    }
    if pairs.is_empty() && words.is_empty() {
        pairs = frequent;
    }
    let step = pairs.len().div_ceil(MOST_PAIRS).max(1);
    words.extend(pairs.into_iter().step_by(step));
    if words.is_empty() {
        let single = |ch: &&char| class(**ch) == Class::Gram;
        words = text
            .iter()
            .filter(single)
            .map(|ch| is(Kind::Single, &[*ch]))
            .collect();
    }
    Expr::all(words)
}

fn is_frequent(pair: &[char]) -> bool {
    FREQUENT
        .iter()
        .any(|frequent| frequent.chars().eq(pair.iter().copied()))
}

fn digits(term: &Term) -> Option<Expr> {
    let mut ways = Vec::new();
    if term.text.len() == 1 {
        return Some(is(Kind::Word, &term.text));
    }
    if term.text.len() > 2 {
        for number in &term.numbers {
            let forward: Vec<char> = number.chars().collect();
            let backward: Vec<char> = number.chars().rev().collect();
            ways.push(begins(Kind::Tail, &backward));
            ways.push(begins(Kind::Head, &forward));
        }
    }
    ways.push(begins(Kind::Word, &term.text));
    if term.text.len() > *PHONE_LIKE.end() {
        ways.push(begins(Kind::Uscc, &term.text));
    }
    Expr::any(ways)
}

fn ascii(term: &Term) -> Option<Expr> {
    if term.text.len() == 1 {
        return Expr::any(vec![
            is(Kind::Initials, &term.text),
            is(Kind::Word, &term.text),
        ]);
    }
    let mut ways = vec![
        begins(Kind::Initials, &term.text),
        begins_str(Kind::Spell, &term.blurred),
        begins(Kind::Word, &term.text),
    ];
    if term.text.len() >= SHORTEST_INNER {
        ways.push(begins(Kind::InnerInitials, &term.text));
        ways.push(begins_str(Kind::InnerSpell, &term.blurred));
    }
    let has_digit = term.text.iter().any(|ch| class(*ch) == Class::Digit);
    if has_digit && term.text.len() >= SHORTEST_USCC {
        ways.push(begins(Kind::Uscc, &term.text));
    }
    Expr::any(ways)
}

/// The same with ways too broad for the first look: digits inside a credit code.
fn wide(term: &Term) -> Option<Expr> {
    let short = term.shape == Shape::Digits && PHONE_LIKE.contains(&term.text.len());
    short.then(|| begins(Kind::Uscc, &term.text))
}
