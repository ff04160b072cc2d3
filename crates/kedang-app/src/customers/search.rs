//! Finds customers in a blink: candidates from the index, then a second look at the real text.

use std::collections::HashSet;

use kedang_core::CustomerId;
use kedang_core::access::{Action, Reach, reach};
use kedang_core::customer::Customer;
use kedang_core::page::check_limit;
use kedang_core::search::Expr;
use kedang_store::customers::Candidate;
use kedang_store::{Tx, customers};
use kedang_text::{Hit, Query};

use super::entries;
use crate::{AppError, Scene};

/// Candidates looked at; beyond them the answer says so.
const CANDIDATES: u32 = 2_000;
/// Characters of a query; what is longer finds nothing.
const LONGEST: usize = 200;

/// What is looked for.
#[derive(Debug, Clone)]
pub struct SearchCustomers {
    /// As typed. Never logged.
    pub q: String,
    /// Rows at most, 1 to 200.
    pub limit: u32,
}

/// A customer with what matched.
#[derive(Debug, Clone)]
pub struct Found {
    /// The customer.
    pub customer: Customer,
    /// The text that matched.
    pub matched: String,
}

/// The customers found, best first.
#[derive(Debug, Clone)]
pub struct SearchResult {
    /// The rows.
    pub items: Vec<Found>,
    /// True when there were more candidates than were looked at.
    pub capped: bool,
}

/// Searches what the reader may see. The strict readings of the query come first; the lenient ones
/// (typos, similar sounds) are tried until a hit settles what was meant.
///
/// # Errors
/// `list.limit_wrong`.
pub fn search(tx: &mut Tx, scene: &Scene, ask: &SearchCustomers) -> Result<SearchResult, AppError> {
    check_limit(ask.limit)?;
    let nothing = SearchResult {
        items: Vec::new(),
        capped: false,
    };
    if ask.q.chars().count() > LONGEST {
        return Ok(nothing);
    }
    let Some(query) = Query::parse(&ask.q) else {
        return Ok(nothing);
    };
    let mut look = Look {
        query: &query,
        reach: reach(&scene.actor, Action::Read),
        now: scene.actor.now,
        seen: HashSet::new(),
        hits: Vec::new(),
        capped: false,
    };
    for question in query.rounds() {
        look.at(tx, &question)?;
        if look.hits.iter().any(|(hit, _)| hit.settles()) {
            break;
        }
    }
    // Among more candidates than were looked at, the very name that was typed may be cut off.
    if let Some(question) = query.whole_round().filter(|_| look.capped) {
        look.at(tx, &question)?;
    }
    let Look {
        mut hits, capped, ..
    } = look;
    hits.sort_by(|(a, x), (b, y)| b.score.cmp(&a.score).then_with(|| x.code.cmp(&y.code)));
    hits.truncate(ask.limit as usize);
    let mut items = Vec::with_capacity(hits.len());
    for (hit, candidate) in hits {
        if let Some(customer) = customers::find(tx, &candidate.id)? {
            items.push(Found {
                customer,
                matched: hit.text,
            });
        }
    }
    Ok(SearchResult { items, capped })
}

/// A search under way.
struct Look<'a> {
    query: &'a Query,
    reach: Reach,
    /// µs.
    now: i64,
    seen: HashSet<CustomerId>,
    hits: Vec<(Hit, Candidate)>,
    capped: bool,
}

impl Look<'_> {
    /// Looks at the candidates of one question for a second time, on their real text.
    fn at(&mut self, tx: &mut Tx, question: &Expr) -> Result<(), AppError> {
        let found = customers::candidates(tx, &self.reach, self.now, question, CANDIDATES + 1)?;
        self.capped |= found.len() > CANDIDATES as usize;
        for candidate in found.into_iter().take(CANDIDATES as usize) {
            if !self.seen.insert(candidate.id.clone()) {
                continue;
            }
            if let Some(hit) = self.query.score(&entries::read(&candidate.entries)) {
                self.hits.push((hit, candidate));
            }
        }
        Ok(())
    }
}
