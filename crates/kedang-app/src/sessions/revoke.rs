//! Signs out, here or on another device of one's own.

use kedang_core::{Problem, SessionId};
use kedang_store::{Tx, sessions};

use crate::audit::{self, By, Deed};
use crate::{AppError, Scene};

/// Ends a session of the actor.
///
/// # Errors
/// `session.not_found` when it is not one of his, or ended already.
pub fn revoke(tx: &mut Tx, scene: &Scene, id: &SessionId) -> Result<(), AppError> {
    if !sessions::revoke(tx, id, &scene.actor.staff, scene.moment.at())? {
        return Err(Problem::not_found("session.not_found").into());
    }
    let deed = Deed {
        action: "session.revoke",
        object: ("session", id.as_str()),
        class: None,
        decision: "allowed",
        fields: &[],
        payload: None,
    };
    Ok(audit::record(
        tx,
        &mut scene.moment.draw(),
        By::from(scene),
        &deed,
    )?)
}
