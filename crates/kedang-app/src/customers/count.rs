//! Counts customers, up to a cap.

use kedang_core::access::{Action, reach};
use kedang_store::{Tx, customers};

use crate::{AppError, Scene};

/// A list says 1,000+ rather than count longer.
const CAP: u32 = 1_001;

/// How many customers the reader may see; `None` when there are more than 1,000.
///
/// # Errors
/// When the database fails.
pub fn count(tx: &mut Tx, scene: &Scene) -> Result<Option<i64>, AppError> {
    let reach = reach(&scene.actor, Action::Read);
    let count = customers::count(tx, &reach, scene.actor.now, CAP)?;
    Ok((count < i64::from(CAP)).then_some(count))
}
