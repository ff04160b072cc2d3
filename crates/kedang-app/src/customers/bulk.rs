//! Changes several customers in the same way (T-29).

use kedang_core::customer::Customer;
use kedang_core::{CustomerId, Problem};
use kedang_store::Tx;

use super::edit::{Edit, edit_drawing};
use crate::{AppError, Scene, access};

/// Customers of one transaction at most: a long one holds up whoever else writes.
pub const MOST: usize = 200;

/// A customer that was chosen, as it stood then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// The customer.
    pub id: CustomerId,
    /// The version that was read.
    pub version: i64,
}

/// What is to be changed.
#[derive(Debug, Clone)]
pub struct Bulk {
    /// Whom; at most [`MOST`].
    pub picks: Vec<Pick>,
    /// The fields by name, as typed. What is not here stays.
    pub fields: Vec<(String, Option<String>)>,
}

/// What became of one of them.
#[derive(Debug, Clone)]
pub struct BulkResult {
    /// The customer.
    pub id: CustomerId,
    /// Code and name; `None` for what the actor may not know of.
    pub known: Option<(String, String)>,
    /// Whether anything changed, or why it was refused.
    pub outcome: Result<bool, Problem>,
}

/// The customers that were chosen, as they stand now, without those whom the actor may not know of.
///
/// # Errors
/// When the database fails.
pub fn picked(tx: &mut Tx, scene: &Scene, picks: &[Pick]) -> Result<Vec<Customer>, AppError> {
    let mut found = Vec::new();
    for pick in picks.iter().take(MOST) {
        found.extend(access::readable(tx, scene, &pick.id)?);
    }
    Ok(found)
}

/// Changes each customer by itself: what is refused for one leaves the others changed. Every one
/// is asked of the policy, and has an audit row of its own.
///
/// # Errors
/// `bulk.nobody`, `bulk.many` for more than [`MOST`]; when the database fails.
pub fn bulk(tx: &mut Tx, scene: &Scene, ask: &Bulk) -> Result<Vec<BulkResult>, AppError> {
    if ask.picks.is_empty() {
        return Err(Problem::invalid("bulk.nobody").into());
    }
    if ask.picks.len() > MOST {
        return Err(Problem::invalid("bulk.many").with("max", MOST).into());
    }
    let mut draw = scene.moment.draw();
    let mut results = Vec::new();
    for pick in &ask.picks {
        let known = access::readable(tx, scene, &pick.id)?;
        let known = known.map(|customer| (customer.code, customer.name));
        let edit = Edit {
            id: pick.id.clone(),
            version: pick.version,
            fields: ask.fields.clone(),
            types: None,
            co_owners: None,
            change: None,
        };
        // What of a refused one was written already is taken back with it.
        let outcome = match tx.attempt(|tx| edit_drawing(tx, scene, &mut draw, &edit)) {
            Ok(customer) => Ok(customer.version != pick.version),
            Err(AppError::Problem(problem)) => Err(problem),
            Err(other) => return Err(other),
        };
        results.push(BulkResult {
            id: pick.id.clone(),
            known,
            outcome,
        });
    }
    Ok(results)
}
