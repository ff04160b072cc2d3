//! Where a customer stood before.

use kedang_core::CustomerId;
use kedang_core::access::Action;
use kedang_core::customer::StageChange;
use kedang_store::{Tx, stages as store};

use crate::{AppError, Scene, access};

/// The steps of a customer from stage to stage, latest first.
///
/// # Errors
/// `customer.not_found`.
pub fn stages(tx: &mut Tx, scene: &Scene, id: &CustomerId) -> Result<Vec<StageChange>, AppError> {
    access::customer(tx, scene, id, Action::Read)?;
    Ok(store::list(tx, id)?)
}
