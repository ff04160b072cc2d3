//! The views that a reader may use.

use kedang_core::access::{Action, reach};
use kedang_core::listing::View;
use kedang_store::{Tx, saved_views};

use crate::{AppError, Scene};

/// One's own views and the shared ones; none for those who see no customers. What a view shows
/// is asked as its reader, so that it shows him no more than he may see.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Tx, scene: &Scene) -> Result<Vec<View>, AppError> {
    if reach(&scene.actor, Action::Read).is_nothing() {
        return Ok(Vec::new());
    }
    Ok(saved_views::list(tx, &scene.actor.staff)?)
}
