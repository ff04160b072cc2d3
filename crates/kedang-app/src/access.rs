//! May I: the one door to a customer.

use kedang_core::access::{Action, may};
use kedang_core::customer::Customer;
use kedang_core::{CustomerId, Problem};
use kedang_store::{Tx, customers};

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
/// `customer.not_found`; `customer.edit_forbidden` for what he may read and not edit.
pub fn customer(
    tx: &mut Tx,
    scene: &Scene,
    id: &CustomerId,
    action: Action,
) -> Result<Allowed<Customer>, AppError> {
    let not_found = || AppError::from(Problem::not_found("customer.not_found"));
    let customer = customers::find(tx, id)?.ok_or_else(not_found)?;
    let actor = &scene.actor;
    let granted = actor.granted && customers::is_granted(tx, &actor.staff, id, actor.now)?;
    let facts = customer.facts(granted);
    if may(actor, action, &facts) {
        Ok(Allowed(customer))
    } else if action != Action::Read && may(actor, Action::Read, &facts) {
        Err(Problem::forbidden(forbidden(action)).into())
    } else {
        Err(not_found())
    }
}

/// What is said to those who may read the customer, but not do this.
fn forbidden(action: Action) -> &'static str {
    match action {
        Action::Assign => "customer.assign_forbidden",
        Action::Delete => "customer.delete_forbidden",
        Action::Read | Action::Create | Action::Edit => "customer.edit_forbidden",
    }
}
