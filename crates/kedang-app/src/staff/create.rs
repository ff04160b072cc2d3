//! Opens an account: without password and without rights, until both are given.

use kedang_core::access::Chore;
use kedang_core::staff::{CheckedMember, Member};
use kedang_core::{Problem, StaffId};
use kedang_store::{Tx, departments, members};

use super::door;
use super::open::{OpenStaff, open_by};
use crate::audit::By;
use crate::{AppError, Scene};

/// Stores the account.
///
/// # Errors
/// `staff.forbidden`, `staff.login_taken`; `staff.invalid` with `staff.department_missing`.
pub fn create(tx: &mut Tx, scene: &Scene, new: &CheckedMember) -> Result<Member, AppError> {
    door::enter(tx, scene, Chore::OpenStaff)?;
    let all = departments::names(tx)?;
    if !all.iter().any(|one| one.id == new.department.as_str()) {
        let wrong = Problem::invalid("staff.invalid");
        return Err(wrong.field("department", "staff.department_missing").into());
    }
    let open = OpenStaff {
        login: new.login.clone(),
        name: new.name.clone(),
        password_hash: None,
        department: new.department.to_string(),
        roles: Vec::new(),
        language: scene.look.language.clone(),
    };
    let id = open_by(tx, &mut scene.moment.draw(), By::from(scene), &open)?;
    let lost = || Problem::not_found("staff.not_found");
    let found = members::find(tx, &StaffId::trusted(id))?;
    Ok(found.ok_or_else(lost)?)
}
