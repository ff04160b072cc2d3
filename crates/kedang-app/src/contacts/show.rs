//! Shows one entry of the log.

use kedang_core::ContactId;
use kedang_core::access::Action;
use kedang_core::contact::Contact;
use kedang_core::customer::Customer;
use kedang_store::Tx;

use super::door;
use crate::{AppError, Scene};

/// The entry with this id, and its customer.
///
/// # Errors
/// `contact.not_found`, also for what the reader may not know of.
pub fn show(tx: &mut Tx, scene: &Scene, id: &ContactId) -> Result<(Customer, Contact), AppError> {
    door::contact(tx, scene, id, Action::Read)
}
