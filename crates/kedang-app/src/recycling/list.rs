//! What is in the bin.

use kedang_core::access::{Action, may, reach};
use kedang_core::customer::{Customer, Named};
use kedang_core::{CustomerId, Instant, Problem};
use kedang_store::{Tx, recycling};

use crate::{AppError, Scene};

/// A customer stays in the bin for so many days, and then waits for its appraisal.
pub const DAYS: i64 = 30;
/// Customers shown at most.
const SHOWN: usize = 100;
/// Customers looked at, most of which may be hidden from the reader.
const LOOKED_AT: usize = 2_000;
const DAY: i64 = 86_400_000_000;

/// A customer in the bin.
#[derive(Debug, Clone)]
pub struct InBin {
    /// As it was.
    pub customer: Customer,
    /// When it was deleted.
    pub at: Instant,
    /// By whom.
    pub by: Named,
    /// Why.
    pub reason: String,
    /// Days left, 0 to 30.
    pub days_left: i64,
}

/// The customers in the bin that the reader may restore, deleted last first.
///
/// # Errors
/// `customer.delete_forbidden` for those who delete nothing.
pub fn list(tx: &mut Tx, scene: &Scene) -> Result<Vec<InBin>, AppError> {
    if reach(&scene.actor, Action::Delete).is_nothing() {
        return Err(Problem::forbidden("customer.delete_forbidden").into());
    }
    let (mut shown, mut seen) = (Vec::new(), 0);
    let mut before = (i64::MAX, String::new());
    while seen < LOOKED_AT {
        let page = recycling::list(tx, (before.0, &before.1))?;
        let Some(last) = page.last() else { break };
        before = (last.at.0, last.customer.id.to_string());
        seen += page.len();
        let reach = page
            .into_iter()
            .filter(|one| is_in_reach(scene, &one.customer));
        shown.extend(reach.map(|one| in_bin(scene, one)));
        if shown.len() >= SHOWN {
            shown.truncate(SHOWN);
            break;
        }
    }
    Ok(shown)
}

fn is_in_reach(scene: &Scene, customer: &Customer) -> bool {
    may(&scene.actor, Action::Delete, &customer.facts(false))
}

fn in_bin(scene: &Scene, one: recycling::Deleted) -> InBin {
    let gone = (scene.moment.at() - one.at.0) / DAY;
    InBin {
        customer: one.customer,
        at: one.at,
        by: one.by,
        reason: one.reason,
        days_left: (DAYS - gone).clamp(0, DAYS),
    }
}

/// One of them, if it is in the actor's reach.
///
/// # Errors
/// `customer.not_in_bin`, also for what he may not know of.
pub(super) fn find(tx: &mut Tx, scene: &Scene, id: &CustomerId) -> Result<Customer, AppError> {
    let found = recycling::find(tx, id)?.map(|one| one.customer);
    let found = found.filter(|customer| is_in_reach(scene, customer));
    found.ok_or_else(|| Problem::not_found("customer.not_in_bin").into())
}
