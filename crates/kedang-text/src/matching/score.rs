//! Ranks a candidate: which field, where in it, and how the term was found.

use std::cell::OnceCell;

use super::{Found, Near, Place, Target, Way, near, strict::strict};
use crate::{
    entry::{Entry, Field},
    query::{Query, Shape, Term},
};

/// How well a customer matches a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Higher is better. Every forgiving hit scores below every other.
    pub score: u32,
    /// The field the best match stands in.
    pub field: Field,
    /// The text it stands in, shortened with `…` around the match if it is long.
    pub text: String,
    /// A mistake had to be forgiven. Show such hits only if there are no or few others.
    pub lenient: bool,
}

impl Hit {
    /// True if a search with such a hit need not look for mistakes: it is no forgiving one, and
    /// stands in a name or number. Two characters that only happen to stand side by side in an
    /// address (自治州丹巴县) may be a misspelt name (周丹), so the lenient rounds are worth a try.
    #[must_use]
    pub fn settles(&self) -> bool {
        !self.lenient && !matches!(self.field, Field::Company | Field::Address | Field::Other)
    }
}

/// Longer texts are shortened to this many characters on either side of the match.
const CONTEXT: usize = 24;
/// Entries after this many rank alike.
const ORDER: usize = 20;
/// The most fine points: coverage and order.
const COVERAGE: usize = 50;
const FINEST: u32 = 70;
/// Points between two ranks of the table; the fine points stay below.
const RANK: u32 = 100;

/// One term's best match.
#[derive(Clone, Copy)]
struct Best {
    points: u32,
    target: usize,
    found: Found,
}

impl Query {
    /// Re-checks and ranks a candidate on its real texts. `None` if some term is not in any of
    /// them, not even with a mistake.
    #[must_use]
    pub fn score(&self, entries: &[Entry<'_>]) -> Option<Hit> {
        let targets: Vec<Target<'_>> = entries.iter().map(Target::new).collect();
        self.strict_hit(&targets)
            .or_else(|| self.lenient_hit(&targets))
    }

    fn strict_hit(&self, targets: &[Target<'_>]) -> Option<Hit> {
        let each = self.each(targets, strict);
        let joined = self
            .joined
            .as_ref()
            .and_then(|term| best(targets, |t| strict(term, t)));
        let average = each.as_deref().map(average);
        let joined_wins = joined.filter(|one| average.is_none_or(|points| one.points >= points));
        match (joined_wins, average) {
            (Some(one), _) => Some(hit(targets, &[one], one.points, false)),
            (None, Some(points)) => each.map(|each| hit(targets, &each, points, false)),
            (None, None) => None,
        }
    }

    fn lenient_hit(&self, targets: &[Target<'_>]) -> Option<Hit> {
        let whole = self.whole().map(Near::new);
        let one = whole.and_then(|forms| best(targets, |target| near(&forms, target)));
        if let Some(one) = one {
            return Some(hit(targets, &[one], one.points / 4, true));
        }
        let found = if self.joined.is_some() {
            self.each(targets, |term, target| {
                let forms = OnceCell::new();
                strict(term, target).or_else(|| near(forms.get_or_init(|| Near::new(term)), target))
            })
        } else {
            self.terms
                .first()
                .and_then(|term| run_together(term, targets))
        };
        found.map(|each| hit(targets, &each, average(&each) / 6, true))
    }

    /// Every term's best match; `None` if one has none.
    fn each(
        &self,
        targets: &[Target<'_>],
        find: impl Fn(&Term, &Target<'_>) -> Option<Found>,
    ) -> Option<Vec<Best>> {
        self.terms
            .iter()
            .map(|term| best(targets, |target| find(term, target)))
            .collect()
    }
}

/// Two words typed as one, each of at least two characters: `杭州张伟`.
fn run_together(term: &Term, targets: &[Target<'_>]) -> Option<Vec<Best>> {
    if term.shape != Shape::Mixed || term.text.len() < 4 {
        return None;
    }
    let strictly = |part: &[char]| {
        best(targets, |target| {
            let (start, end) = super::text_at(part, target.glyphs())?;
            Some(Found {
                place: Place::Inside,
                way: Way::Text,
                start,
                end,
            })
        })
    };
    (2..=term.text.len() - 2).find_map(|at| {
        let (left, right) = term.text.split_at(at);
        Some(vec![strictly(left)?, strictly(right)?])
    })
}

fn best(targets: &[Target<'_>], find: impl Fn(&Target<'_>) -> Option<Found>) -> Option<Best> {
    let mut best: Option<Best> = None;
    for (at, target) in targets.iter().enumerate() {
        // A field that cannot do better is not even folded: most of the time goes there.
        let ceiling = rank(target.field, Place::Whole) * RANK + FINEST;
        if best.is_some_and(|known| known.points >= ceiling) {
            continue;
        }
        if let Some(found) = find(target) {
            let points = points(target, at, found);
            if best.is_none_or(|known| points > known.points) {
                best = Some(Best {
                    points,
                    target: at,
                    found,
                });
            }
        }
    }
    best
}

fn average(each: &[Best]) -> u32 {
    let sum: u32 = each.iter().map(|one| one.points).sum();
    sum / u32::try_from(each.len()).unwrap_or(1).max(1)
}

fn points(target: &Target<'_>, at: usize, found: Found) -> u32 {
    let handicap = match found.way {
        Way::Text => 0,
        Way::Spelled => 10,
        Way::SpelledOdd => 15,
        Way::Initials => 20,
        Way::InitialsOdd => 25,
        Way::Swapped => 30,
        Way::Sound => 40,
        Way::Blurred => 90,
        Way::Shorthand => 60,
        Way::OneOff => 150,
    };
    let count = target.glyphs().len().max(1);
    let covered = (found.end - found.start).min(count) * COVERAGE / count;
    let order = ORDER.saturating_sub(at);
    let fine = u32::try_from(covered + order).unwrap_or(0);
    (rank(target.field, found.place) - handicap) * RANK + fine
}

/// The table of ranks; the least entry exceeds the greatest handicap.
fn rank(field: Field, place: Place) -> u32 {
    let [whole, edge, inside] = match field {
        Field::Name => [1_000, 900, 800],
        Field::ShortName => [950, 840, 760],
        Field::FormerName => [940, 830, 750],
        Field::Phone => [990, 790, 560],
        Field::Code => [985, 780, 540],
        Field::Uscc | Field::Email | Field::Handle => [980, 720, 500],
        Field::Person => [700, 650, 600],
        Field::Company => [560, 530, 510],
        Field::Address => [400, 390, 380],
        Field::Other => [350, 310, 300],
    };
    match place {
        Place::Whole => whole,
        Place::Edge => edge,
        Place::Inside => inside,
    }
}

fn hit(targets: &[Target<'_>], each: &[Best], score: u32, lenient: bool) -> Hit {
    let top = each.iter().max_by_key(|one| one.points);
    match top.map(|one| (&targets[one.target], one.found)) {
        Some((target, found)) => Hit {
            score,
            field: target.field,
            text: excerpt(target, found),
            lenient,
        },
        None => Hit {
            score,
            field: Field::Other,
            text: String::new(),
            lenient,
        },
    }
}

fn excerpt(target: &Target<'_>, found: Found) -> String {
    let glyphs = target.glyphs();
    let from = found.start.saturating_sub(CONTEXT);
    let to = (found.end + CONTEXT).min(glyphs.len());
    let start = if from == 0 {
        0
    } else {
        glyphs[from].start as usize
    };
    let end = if to == glyphs.len() {
        target.text.len()
    } else {
        glyphs[to].start as usize
    };
    let (head, tail) = (
        if start > 0 { "…" } else { "" },
        if end < target.text.len() { "…" } else { "" },
    );
    match target.text.get(start..end) {
        Some(part) => format!("{head}{}{tail}", part.trim()),
        None => target.text.to_owned(),
    }
}
