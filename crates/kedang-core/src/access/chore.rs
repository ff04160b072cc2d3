//! What is done with the house and not with a dossier: accounts, departments, rights.

use super::{Actor, Role};

/// A chore of the house.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chore {
    /// See who works here and holds which roles.
    SeeStaff,
    /// Open accounts, move people, suspend them, hand out links; add departments.
    OpenStaff,
    /// Give and take roles and posts.
    GiveRoles,
    /// Take backups, look after those that are there, and take some away.
    KeepBackups,
}

/// Chore and role. The administrator opens accounts and gives no rights, the security officer
/// gives rights and opens no accounts.
const CHORES: &[(Chore, Role)] = &[
    (Chore::SeeStaff, Role::Gm),
    (Chore::SeeStaff, Role::Admin),
    (Chore::SeeStaff, Role::Security),
    (Chore::OpenStaff, Role::Admin),
    (Chore::GiveRoles, Role::Security),
    (Chore::KeepBackups, Role::Admin),
];

/// Whether `actor` may do a chore. As long as nobody holds the role of security (`guarded` is
/// false), as in a company of two, the administrator gives the roles too.
#[must_use]
pub fn may_do(actor: &Actor, chore: Chore, guarded: bool) -> bool {
    let holds = |role: Role| actor.posts.iter().any(|post| post.role == role);
    CHORES
        .iter()
        .any(|(one, role)| *one == chore && holds(*role))
        || (chore == Chore::GiveRoles && !guarded && holds(Role::Admin))
}

#[cfg(test)]
mod tests {
    use super::super::Post;
    use super::*;
    use crate::{DepartmentId, StaffId};

    fn actor(role: Role) -> Actor {
        let department = DepartmentId::trusted("d".to_owned());
        Actor {
            staff: StaffId::trusted("s".to_owned()),
            login: "s".to_owned(),
            name: "甲".to_owned(),
            department: department.clone(),
            posts: vec![Post {
                role,
                department: department.clone(),
                below: vec![department],
            }],
            granted: false,
            co_owns: false,
            now: 0,
        }
    }

    #[test]
    fn each_chore_has_its_roles() {
        for role in Role::ALL {
            let may = |chore, guarded| may_do(&actor(role), chore, guarded);
            let (admin, security) = (role == Role::Admin, role == Role::Security);
            assert_eq!(may(Chore::OpenStaff, true), admin, "{role:?}");
            assert_eq!(may(Chore::KeepBackups, true), admin, "{role:?}");
            assert_eq!(may(Chore::GiveRoles, true), security, "{role:?}");
            assert_eq!(may(Chore::GiveRoles, false), admin || security, "{role:?}");
            assert_eq!(
                may(Chore::SeeStaff, true),
                admin || security || role == Role::Gm
            );
        }
    }
}
