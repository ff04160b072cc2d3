//! Shows one customer.

use kedang_core::CustomerId;
use kedang_core::access::Action;
use kedang_core::customer::Customer;
use kedang_store::Tx;

use crate::{AppError, Scene, access};

/// The customer with this id.
///
/// # Errors
/// `customer.not_found`, also for what the reader may not know of.
pub fn show(tx: &mut Tx, scene: &Scene, id: &CustomerId) -> Result<Customer, AppError> {
    Ok(access::customer(tx, scene, id, Action::Read)?.into_inner())
}
