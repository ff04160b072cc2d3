//! The persons around a customer.

use kedang_core::CustomerId;
use kedang_core::access::Action;
use kedang_core::person::PersonInDossier;
use kedang_store::{Tx, persons as store};

use crate::{AppError, Scene, access};

/// The persons of a customer that the reader may see.
///
/// # Errors
/// `customer.not_found`.
pub fn persons(
    tx: &mut Tx,
    scene: &Scene,
    id: &CustomerId,
) -> Result<Vec<PersonInDossier>, AppError> {
    access::customer(tx, scene, id, Action::Read)?;
    Ok(store::list(tx, id)?)
}
