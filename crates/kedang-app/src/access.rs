//! May I: the one door to a customer.

use std::collections::HashSet;

use kedang_core::access::{Action, Facts, may};
use kedang_core::customer::Customer;
use kedang_core::{CustomerId, Problem};
use kedang_store::recycling::{self, Fate};
use kedang_store::{Tx, co_owners, customers};

use crate::{AppError, Scene};

/// Proof that the reader may do what he asked with this record. Nothing else makes one.
#[derive(Debug)]
pub struct Allowed<T>(T);

impl<T> Allowed<T> {
    /// The record.
    pub fn into_inner(self) -> T {
        self.0
    }
}

/// The customer, if `scene`'s actor may do `action` with it. What he may not know of is answered
/// exactly as what is not there.
///
/// # Errors
/// `customer.not_found`; `customer.merged` with the survivor's `id`, `code` and `name`;
/// `customer.edit_forbidden` and the like for what he may read and not change.
pub fn customer(
    tx: &mut Tx,
    scene: &Scene,
    id: &CustomerId,
    action: Action,
) -> Result<Allowed<Customer>, AppError> {
    let not_found = || AppError::from(Problem::not_found("customer.not_found"));
    let Some(customer) = customers::find(tx, id)? else {
        return Err(gone(tx, scene, id, action)?.map_or_else(not_found, Into::into));
    };
    let actor = &scene.actor;
    let facts = facts(tx, scene, &customer)?;
    if may(actor, action, &facts) {
        Ok(Allowed(customer))
    } else if action != Action::Read && may(actor, Action::Read, &facts) {
        Err(Problem::forbidden(forbidden(action)).into())
    } else {
        Err(not_found())
    }
}

/// The customer, or nothing: for what is left out where the actor may not know of it.
///
/// # Errors
/// When the database fails.
pub fn readable(tx: &mut Tx, scene: &Scene, id: &CustomerId) -> Result<Option<Customer>, AppError> {
    match customer(tx, scene, id, Action::Read) {
        Ok(found) => Ok(Some(found.into_inner())),
        Err(AppError::Problem(_)) => Ok(None),
        Err(other) => Err(other),
    }
}

/// What a decision of the actor on a customer looks at.
///
/// # Errors
/// When the database fails.
pub fn facts(tx: &mut Tx, scene: &Scene, customer: &Customer) -> Result<Facts, AppError> {
    let actor = &scene.actor;
    let granted =
        actor.granted && customers::is_granted(tx, &actor.staff, &customer.id, actor.now)?;
    let co_owned = actor.co_owns && co_owners::holds(tx, &customer.id, &actor.staff)?;
    Ok(Facts {
        co_owned,
        ..customer.facts(granted)
    })
}

/// Whether the actor may write in this dossier; grants are for reading only.
///
/// # Errors
/// When the database fails.
pub fn may_edit(tx: &mut Tx, scene: &Scene, customer: &Customer) -> Result<bool, AppError> {
    let facts = facts(tx, scene, customer)?;
    Ok(may(&scene.actor, Action::Edit, &facts))
}

/// Those among at most 200 customers in which the actor may write.
///
/// # Errors
/// When the database fails.
pub fn editable(
    tx: &mut Tx,
    scene: &Scene,
    customers: &[&Customer],
) -> Result<HashSet<String>, AppError> {
    let actor = &scene.actor;
    let held = match actor.co_owns {
        true => {
            let ids: Vec<_> = customers.iter().map(|one| &one.id).collect();
            co_owners::held(tx, &ids, &actor.staff)?
        }
        false => HashSet::new(),
    };
    let may_edit = |customer: &&&Customer| {
        let facts = Facts {
            co_owned: held.contains(customer.id.as_str()),
            ..customer.facts(false)
        };
        may(actor, Action::Edit, &facts)
    };
    let ids = customers.iter().filter(may_edit);
    Ok(ids.map(|one| one.id.as_str().to_owned()).collect())
}

/// Where a customer went that became one with another, for who may see that one.
fn gone(
    tx: &mut Tx,
    scene: &Scene,
    id: &CustomerId,
    action: Action,
) -> Result<Option<Problem>, AppError> {
    let Some(Fate::Merged(survivor)) = recycling::fate(tx, id)? else {
        return Ok(None);
    };
    let Some(survivor) = customers::find(tx, &survivor)? else {
        return Ok(None);
    };
    if !may(&scene.actor, Action::Read, &facts(tx, scene, &survivor)?) {
        return Ok(None);
    }
    // Whoever reads is led on; whoever writes has to see first what he writes to.
    let (code, name) = (survivor.code, survivor.name);
    let problem = match action {
        Action::Read => Problem::moved("customer.merged")
            .with("code", code)
            .with("name", name),
        _ => Problem::conflict("customer.merged")
            .with("code", code)
            .with("name", name),
    };
    Ok(Some(problem.with("id", survivor.id.as_str())))
}

/// What is said to those who may read the customer, but not do this.
fn forbidden(action: Action) -> &'static str {
    match action {
        Action::Assign => "customer.assign_forbidden",
        Action::Delete => "customer.delete_forbidden",
        Action::Export => "export.not_allowed",
        Action::Read | Action::Create | Action::Edit => "customer.edit_forbidden",
    }
}
