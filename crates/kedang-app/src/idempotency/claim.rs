//! The key is taken in the transaction of the deed: both are there or neither is.

use kedang_core::Problem;
use kedang_store::{Tx, idempotency};

use super::{DAY, Once};
use crate::{AppError, Scene};

/// Takes the key.
///
/// # Errors
/// `request.key_open` when somebody was faster with it.
pub(crate) fn claim(tx: &mut Tx, scene: &Scene, once: &Once) -> Result<(), AppError> {
    let (staff, at) = (&scene.actor.staff, scene.moment.at());
    let what = (once.route.as_str(), &once.hash[..]);
    if idempotency::claim(tx, staff, &once.key, what, (at, at - DAY))? {
        return Ok(());
    }
    Err(Problem::conflict("request.key_open").into())
}
