//! The devices on which one is signed in.

use kedang_store::{Tx, sessions};

use super::Device;
use crate::{AppError, Scene};

/// The reader's own devices, last seen first.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Tx, scene: &Scene) -> Result<Vec<Device>, AppError> {
    Ok(sessions::list(tx, &scene.actor.staff, scene.moment.at())?)
}
