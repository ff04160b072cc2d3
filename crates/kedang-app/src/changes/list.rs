//! The changes of a customer.

use kedang_core::CustomerId;
use kedang_core::access::Action;
use kedang_core::change::Change;
use kedang_store::{Tx, changes};

use crate::{AppError, Scene, access};

/// What changed at a customer, those in force last first.
///
/// # Errors
/// `customer.not_found`.
pub fn list(tx: &mut Tx, scene: &Scene, id: &CustomerId) -> Result<Vec<Change>, AppError> {
    access::customer(tx, scene, id, Action::Read)?;
    Ok(changes::list(tx, id)?)
}
