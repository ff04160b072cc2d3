//! 疑似重复: the pairs that wait for somebody who may merge both.

use kedang_core::access::{Action, may, reach};
use kedang_core::customer::Customer;
use kedang_core::{CustomerId, Instant, Problem};
use kedang_store::{Tx, customers, duplicates};

use crate::{AppError, Scene};

/// Pairs shown at most.
const SHOWN: usize = 50;
/// Pairs looked at, most of which may be hidden from the reader.
const LOOKED_AT: usize = 2_000;

/// Two customers that may be the same.
#[derive(Debug, Clone)]
pub struct Doubt {
    /// The id of the entry.
    pub id: String,
    /// The one that came later.
    pub customer: Customer,
    /// The one that was there.
    pub other: Customer,
    /// What they have in common: `uscc`, `phone`, `name`, `former_name`, `email`, `birth`.
    pub reasons: Vec<String>,
    /// When it was found.
    pub at: Instant,
}

/// The open pairs, oldest first, both of which the reader may merge: a pair with a hidden half is
/// not there.
///
/// # Errors
/// `duplicate.forbidden` for those who merge nothing.
pub fn list(tx: &mut Tx, scene: &Scene) -> Result<Vec<Doubt>, AppError> {
    if reach(&scene.actor, Action::Delete).is_nothing() {
        return Err(Problem::forbidden("duplicate.forbidden").into());
    }
    let (mut shown, mut seen) = (Vec::new(), 0);
    let mut after = (i64::MIN, String::new());
    while seen < LOOKED_AT {
        let pairs = duplicates::open(tx, (after.0, &after.1))?;
        let Some(last) = pairs.last() else { break };
        after = (last.at.0, last.id.clone());
        seen += pairs.len();
        for pair in pairs {
            if let Some(doubt) = doubt(tx, scene, pair)? {
                shown.push(doubt);
            }
            if shown.len() == SHOWN {
                return Ok(shown);
            }
        }
    }
    Ok(shown)
}

/// The pair, if both live and the reader may merge them.
pub(super) fn doubt(
    tx: &mut Tx,
    scene: &Scene,
    pair: duplicates::Pair,
) -> Result<Option<Doubt>, AppError> {
    let mut half = |id: &CustomerId| -> Result<Option<Customer>, AppError> {
        let found = customers::find(tx, id)?;
        Ok(found.filter(|one| may(&scene.actor, Action::Delete, &one.facts(false))))
    };
    let (customer, other) = (half(&pair.customer)?, half(&pair.other)?);
    Ok(customer.zip(other).map(|(customer, other)| Doubt {
        id: pair.id,
        customer,
        other,
        reasons: pair.reasons,
        at: pair.at,
    }))
}
