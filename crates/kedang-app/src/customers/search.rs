//! Finds customers in a blink: candidates from the index, then a second look at the real text.

mod look;

use std::iter;

use kedang_core::access::{Action, reach};
use kedang_core::customer::Customer;
use kedang_core::page::check_limit;
use kedang_store::Tx;
use kedang_text::Query;
use look::Look;

use crate::{AppError, Scene};

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
    let query = match ask.q.chars().count() {
        0..=LONGEST => Query::parse(&ask.q),
        _ => None,
    };
    let Some(query) = query else {
        return Ok(SearchResult {
            items: Vec::new(),
            capped: false,
        });
    };
    let (reach, now) = (reach(&scene.actor, Action::Read), scene.actor.now);
    let mut look = Look::new(&query, reach, now, ask.limit as usize);
    let lenient = iter::once_with(|| query.lenient_rounds()).flatten();
    for question in query.strict_rounds().into_iter().chain(lenient) {
        look.at(tx, &question)?;
        if look.settled(tx)? {
            break;
        }
    }
    // Among more candidates than were looked at, the very name that was typed may be cut off.
    if let Some(question) = query.whole_round().filter(|_| look.capped) {
        look.at(tx, &question)?;
    }
    let capped = look.capped;
    let items = look.best(tx)?;
    Ok(SearchResult { items, capped })
}
