//! 协办: those who hold a customer beside its owner, with his right to read and to write.

use std::collections::BTreeSet;

use kedang_core::access::{Action, may};
use kedang_core::customer::{Customer, Named};
use kedang_core::{CustomerId, Problem, StaffId};
use kedang_store::{Tx, co_owners as store, staff};

use crate::{AppError, Scene, access};

/// Co-owners of one customer at most.
const MOST: usize = 20;

/// The co-owners of a customer.
///
/// # Errors
/// `customer.not_found`.
pub fn co_owners(tx: &mut Tx, scene: &Scene, id: &CustomerId) -> Result<Vec<Named>, AppError> {
    access::customer(tx, scene, id, Action::Read)?;
    Ok(store::list(tx, id)?)
}

/// Whether `wanted` are others than hold the customer now.
pub(super) fn differ(
    tx: &mut Tx,
    customer: &Customer,
    wanted: Option<&[String]>,
) -> Result<bool, AppError> {
    let Some(wanted) = wanted else {
        return Ok(false);
    };
    let now = store::list(tx, &customer.id)?;
    let now: BTreeSet<_> = now.iter().map(|one| one.id.as_str()).collect();
    Ok(now != wanted_set(wanted))
}

fn wanted_set(wanted: &[String]) -> BTreeSet<&str> {
    let given = wanted.iter().map(|id| id.trim());
    given.filter(|id| !id.is_empty()).collect()
}

/// Replaces the co-owners.
///
/// # Errors
/// `customer.edit_invalid` against `co_owners` for who may not give the customer away, for staff
/// that carry no customers, and for more than 20.
pub(super) fn replace(
    tx: &mut Tx,
    scene: &Scene,
    customer: &Customer,
    wanted: &[String],
) -> Result<(), AppError> {
    let refuse = |code| Problem::invalid("customer.edit_invalid").field("co_owners", code);
    if !may(&scene.actor, Action::Assign, &customer.facts(false)) {
        return Err(refuse("customer.assign_forbidden").into());
    }
    let wanted = wanted_set(wanted);
    if wanted.len() > MOST {
        return Err(refuse("customer.co_owners_many").into());
    }
    for id in &wanted {
        let known = match StaffId::parse(id).ok() {
            Some(id) => staff::carrier(tx, &id)?.is_some(),
            None => false,
        };
        if !known {
            return Err(refuse("customer.owner_unknown").into());
        }
    }
    for one in store::list(tx, &customer.id)? {
        if !wanted.contains(one.id.as_str()) {
            store::remove(tx, &customer.id, &one.id)?;
        }
    }
    for id in wanted {
        store::add(tx, &customer.id, id, scene.moment.at())?;
    }
    Ok(())
}
