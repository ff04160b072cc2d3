//! What changes of an account, and which roles exclude each other.

use crate::access::Role;
use crate::{DepartmentId, StaffId};

/// A role to be held, and where.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct HeldRole {
    /// The role.
    pub role: Role,
    /// For this department and all below it.
    pub department: DepartmentId,
}

/// A changed account.
#[derive(Debug, Clone)]
pub struct EditMember {
    /// Whose.
    pub id: StaffId,
    /// The version that was read.
    pub version: i64,
    /// The person's name.
    pub name: String,
    /// Where he works.
    pub department: DepartmentId,
    /// All roles he shall hold.
    pub roles: Vec<HeldRole>,
    /// All posts he shall hold.
    pub posts: Vec<String>,
}

/// From so many people on, opening accounts and giving rights are two people's work.
const THREE: i64 = 3;

/// Why these roles are not for one person, in a company of so many: the auditor looks at what the
/// administrators do, and of those one opens accounts and the other gives rights.
#[must_use]
pub fn exclusion(roles: &[HeldRole], people: i64) -> Option<&'static str> {
    let holds = |role: Role| roles.iter().any(|held| held.role == role);
    let (admin, security) = (holds(Role::Admin), holds(Role::Security));
    if holds(Role::Auditor) && (admin || security) {
        return Some("staff.auditor_apart");
    }
    (admin && security && people >= THREE).then_some("staff.admins_apart")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_that_watch_each_other_are_apart() {
        let held = |roles: &[Role]| {
            let department = DepartmentId::trusted("d".to_owned());
            let one = |role: &Role| HeldRole {
                role: *role,
                department: department.clone(),
            };
            roles.iter().map(one).collect::<Vec<_>>()
        };
        for (roles, people, code) in [
            (&[Role::Gm, Role::Steward, Role::Admin][..], 9, None),
            (
                &[Role::Auditor, Role::Admin],
                2,
                Some("staff.auditor_apart"),
            ),
            (
                &[Role::Auditor, Role::Security],
                9,
                Some("staff.auditor_apart"),
            ),
            (&[Role::Admin, Role::Security], 2, None),
            (
                &[Role::Admin, Role::Security],
                3,
                Some("staff.admins_apart"),
            ),
            (&[], 9, None),
        ] {
            assert_eq!(
                exclusion(&held(roles), people),
                code,
                "{roles:?} of {people}"
            );
        }
    }
}
