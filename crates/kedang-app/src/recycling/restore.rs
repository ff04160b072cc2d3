//! Brings a customer back.

use kedang_core::CustomerId;
use kedang_core::customer::Customer;
use kedang_store::{Tx, recycling};
use serde_json::json;

use super::list::find;
use crate::audit::{self, By, Deed};
use crate::customers::index;
use crate::{AppError, Scene};

/// Takes the customer out of the bin, with everything that belongs to it.
///
/// # Errors
/// `customer.not_in_bin`.
pub fn restore(tx: &mut Tx, scene: &Scene, id: &CustomerId) -> Result<Customer, AppError> {
    find(tx, scene, id)?;
    recycling::restore(tx, id, scene.moment.at())?;
    let customer = index(tx, id)?;
    let deed = Deed {
        action: "customer.restore",
        object: ("customer", id.as_str()),
        class: Some(customer.class),
        decision: "allowed",
        fields: &["deleted_at", "delete_reason"],
        payload: Some(json!({ "after": customer })),
    };
    let mut draw = scene.moment.draw();
    audit::record(tx, &mut draw, By::from(scene), &deed)?;
    Ok(customer)
}
