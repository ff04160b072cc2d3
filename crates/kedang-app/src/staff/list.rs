//! Who works here, in which departments.

use kedang_core::StaffId;
use kedang_core::access::Chore;
use kedang_core::staff::Member;
use kedang_store::{Tx, departments, members};

use super::departments::Department;
use super::door;
use crate::{AppError, Scene};

/// The house as its keepers see it.
#[derive(Debug, Clone)]
pub struct House {
    /// Everybody, in human order.
    pub members: Vec<Member>,
    /// The departments, each after the one above it.
    pub departments: Vec<Department>,
    /// Whether the reader opens accounts.
    pub opens: bool,
    /// Whether the reader gives roles.
    pub gives: bool,
}

/// All accounts and departments.
///
/// # Errors
/// `staff.forbidden`.
pub fn list(tx: &mut Tx, scene: &Scene) -> Result<House, AppError> {
    door::enter(tx, scene, Chore::SeeStaff)?;
    Ok(House {
        members: members::list(tx)?,
        departments: Department::ordered(&departments::tree(tx)?),
        opens: door::may(tx, scene, Chore::OpenStaff)?,
        gives: door::may(tx, scene, Chore::GiveRoles)?,
    })
}

/// One account.
///
/// # Errors
/// `staff.forbidden`, `staff.not_found`.
pub fn find(tx: &mut Tx, scene: &Scene, id: &StaffId) -> Result<Member, AppError> {
    door::member(tx, scene, id)
}
