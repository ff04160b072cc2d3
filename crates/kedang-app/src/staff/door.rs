//! The one door to accounts: may he do the chore, and does nothing fall with it.

use kedang_core::access::{Chore, Role, may_do};
use kedang_core::staff::Member;
use kedang_core::{Problem, StaffId};
use kedang_store::{Tx, members};

use crate::{AppError, Scene};

/// Whether somebody active holds the role of security.
pub(super) fn is_guarded(tx: &mut Tx) -> Result<bool, AppError> {
    Ok(members::holders_besides(tx, Role::Security.key(), "")? > 0)
}

/// Whether the actor may do the chore.
pub(super) fn may(tx: &mut Tx, scene: &Scene, chore: Chore) -> Result<bool, AppError> {
    let guarded = is_guarded(tx)?;
    Ok(may_do(&scene.actor, chore, guarded))
}

/// Refuses who may not do the chore; whoever may not even see staff is told of no such room.
///
/// # Errors
/// `staff.forbidden`.
pub(super) fn enter(tx: &mut Tx, scene: &Scene, chore: Chore) -> Result<(), AppError> {
    match may(tx, scene, chore)? {
        true => Ok(()),
        false => Err(Problem::forbidden("staff.forbidden").into()),
    }
}

/// The account with this id, for who may see staff.
///
/// # Errors
/// `staff.forbidden`, `staff.not_found`.
pub(super) fn member(tx: &mut Tx, scene: &Scene, id: &StaffId) -> Result<Member, AppError> {
    enter(tx, scene, Chore::SeeStaff)?;
    let found = members::find(tx, id)?;
    found.ok_or_else(|| Problem::not_found("staff.not_found").into())
}

/// Refuses what would leave the company without anybody who opens accounts.
///
/// # Errors
/// `staff.last_admin`.
pub(super) fn an_admin_stays(tx: &mut Tx, id: &StaffId) -> Result<(), AppError> {
    if members::holders_besides(tx, Role::Admin.key(), id.as_str())? == 0 {
        return Err(Problem::conflict("staff.last_admin").into());
    }
    Ok(())
}
