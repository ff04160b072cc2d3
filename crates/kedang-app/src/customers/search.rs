//! Finds customers in a blink: candidates from the index, then a second look at the real text.

use std::collections::HashSet;

use kedang_core::access::{Action, reach};
use kedang_core::customer::Customer;
use kedang_core::page::check_limit;
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
    let reach = reach(&scene.actor, Action::Read);
    let mut capped = false;
    let mut hits: Vec<(Hit, Candidate)> = Vec::new();
    let mut seen = HashSet::new();
    for question in query.rounds() {
        let found = customers::candidates(tx, &reach, scene.actor.now, &question, CANDIDATES + 1)?;
        capped |= found.len() > CANDIDATES as usize;
        for candidate in found.into_iter().take(CANDIDATES as usize) {
            if !seen.insert(candidate.id.clone()) {
                continue;
            }
            if let Some(hit) = query.score(&entries::read(&candidate.entries)) {
                hits.push((hit, candidate));
            }
        }
        if hits.iter().any(|(hit, _)| hit.settles()) {
            break;
        }
    }
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
