//! The rule table as a function over one dossier.

use super::{Action, Actor, Class, Who, reach};
use crate::id::{DepartmentId, StaffId};

/// What a decision looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Owner of the customer, if it has one.
    pub owner: Option<StaffId>,
    /// Department of the customer.
    pub department: DepartmentId,
    /// Class of the dossier.
    pub class: Class,
    /// Whether a grant to the actor is in force now.
    pub granted: bool,
    /// Whether the actor holds it beside its owner (协办).
    pub co_owned: bool,
}

/// Whether `actor` may do `action` on a dossier with these facts.
#[must_use]
pub fn may(actor: &Actor, action: Action, facts: &Facts) -> bool {
    reach(actor, action).branches.iter().any(|branch| {
        facts.class <= branch.ceiling
            && match &branch.who {
                Who::Owner(staff) => facts.owner.as_ref() == Some(staff),
                Who::Department(department) => &facts.department == department,
                Who::CoOwner(_) => facts.co_owned,
                Who::Granted(_) => facts.granted,
                Who::Anyone => true,
            }
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Post, Role};
    use super::*;

    fn staff(n: u8) -> StaffId {
        StaffId::trusted(format!("s{n}"))
    }

    fn department(n: u8) -> DepartmentId {
        DepartmentId::trusted(format!("d{n}"))
    }

    fn actor(role: Role) -> Actor {
        let below = match role {
            Role::Head | Role::Gm => vec![department(1), department(2)],
            _ => vec![],
        };
        Actor {
            staff: staff(1),
            login: role.key().into(),
            name: "甲".into(),
            department: department(1),
            posts: vec![Post {
                role,
                department: department(1),
                below,
            }],
            granted: true,
            co_owns: true,
            now: 0,
        }
    }

    /// `owner` and `department` by number; department 2 lies below 1, department 3 elsewhere.
    fn facts(owner: u8, dep: u8, class: Class) -> Facts {
        Facts {
            owner: Some(staff(owner)),
            department: department(dep),
            class,
            granted: false,
            co_owned: false,
        }
    }

    #[test]
    fn the_matrix_of_reading() {
        use Class::{Inner, Named, Open, Secret};
        // role, own class 3, below class 2, below class 3, elsewhere class 0, elsewhere class 2
        let rows = [
            (Role::Sales, [true, false, false, false, false]),
            (Role::Head, [true, true, false, false, false]),
            (Role::Steward, [true, true, false, true, true]),
            (Role::Archivist, [false, true, false, true, true]),
            (Role::Gm, [true, true, true, false, false]),
            (Role::Auditor, [false; 5]),
            (Role::Admin, [false; 5]),
            (Role::Security, [false; 5]),
        ];
        for (role, expected) in rows {
            let actor = actor(role);
            let got = [
                facts(1, 3, Named),
                facts(2, 2, Secret),
                facts(2, 2, Named),
                facts(2, 3, Open),
                facts(2, 3, Secret),
            ]
            .map(|f| may(&actor, Action::Read, &f));
            assert_eq!(got, expected, "{role:?}");
            assert_eq!(
                may(&actor, Action::Read, &facts(2, 3, Inner)),
                expected[3],
                "{role:?}"
            );
        }
    }

    #[test]
    fn the_matrix_of_editing() {
        use Class::{Inner, Named, Secret};
        // role, own class 3, below class 2, below class 3, elsewhere class 1
        let rows = [
            (Role::Sales, [true, false, false, false]),
            (Role::Head, [true, true, false, false]),
            (Role::Steward, [true, true, false, true]),
            (Role::Archivist, [false; 4]),
            (Role::Gm, [true, true, true, false]),
            (Role::Auditor, [false; 4]),
            (Role::Admin, [false; 4]),
            (Role::Security, [false; 4]),
        ];
        for (role, expected) in rows {
            let actor = actor(role);
            let facts = [
                facts(1, 3, Named),
                facts(2, 2, Secret),
                facts(2, 2, Named),
                facts(2, 3, Inner),
            ];
            let got = facts.clone().map(|f| may(&actor, Action::Edit, &f));
            assert_eq!(got, expected, "{role:?}");
            for facts in facts {
                let reads = may(&actor, Action::Read, &facts);
                assert!(reads || !may(&actor, Action::Edit, &facts), "{role:?}");
                let granted = Facts {
                    granted: true,
                    ..facts.clone()
                };
                let same = may(&actor, Action::Edit, &facts);
                assert_eq!(
                    may(&actor, Action::Edit, &granted),
                    same,
                    "a grant is for reading"
                );
            }
        }
    }

    /// Whoever carries a customer neither gives it away nor deletes it.
    #[test]
    fn the_matrix_of_giving_away_and_deleting() {
        use Class::{Inner, Named, Secret};
        // role, own class 1 elsewhere, below class 2, below class 3, elsewhere class 1
        let rows = [
            (Role::Sales, [false; 4]),
            (Role::Head, [false, true, false, false]),
            (Role::Steward, [true, true, false, true]),
            (Role::Archivist, [false; 4]),
            (Role::Gm, [false, true, true, false]),
            (Role::Auditor, [false; 4]),
            (Role::Admin, [false; 4]),
            (Role::Security, [false; 4]),
        ];
        for (role, expected) in rows {
            let facts = [
                facts(1, 3, Inner),
                facts(2, 2, Secret),
                facts(2, 2, Named),
                facts(2, 3, Inner),
            ];
            for action in [Action::Assign, Action::Delete] {
                let got = facts.clone().map(|f| may(&actor(role), action, &f));
                assert_eq!(got, expected, "{role:?} {action:?}");
            }
        }
    }

    /// Whoever carries a customer and whoever keeps the shelf take nothing out of the house.
    #[test]
    fn d02_3_the_matrix_of_taking_out() {
        use Class::{Inner, Named, Secret};
        // role, own class 2 elsewhere, below class 2, below class 3, own class 3, elsewhere class 1
        let rows = [
            (Role::Sales, [false; 5]),
            (Role::Head, [true, true, false, false, false]),
            (Role::Steward, [true, true, false, false, true]),
            (Role::Archivist, [false; 5]),
            (Role::Gm, [true, true, false, false, false]),
            (Role::Auditor, [false; 5]),
            (Role::Admin, [false; 5]),
            (Role::Security, [false; 5]),
        ];
        for (role, expected) in rows {
            let actor = actor(role);
            let facts = [
                facts(1, 3, Secret),
                facts(2, 2, Secret),
                facts(2, 2, Named),
                facts(1, 1, Named),
                facts(2, 3, Inner),
            ];
            let got = facts.clone().map(|f| may(&actor, Action::Export, &f));
            assert_eq!(got, expected, "{role:?}");
            for facts in facts {
                for (granted, co_owned) in [(false, false), (true, false), (false, true)] {
                    let facts = Facts {
                        granted,
                        co_owned,
                        ..facts.clone()
                    };
                    let takes = may(&actor, Action::Export, &facts);
                    let reads = may(&actor, Action::Read, &facts);
                    assert!(reads || !takes, "{role:?} {facts:?}");
                    assert!(!takes || facts.class < Named, "{role:?} {facts:?}");
                }
            }
        }
    }

    #[test]
    fn a_grant_opens_up_to_class_two_and_only_to_content_roles() {
        for (role, class, expected) in [
            (Role::Sales, Class::Secret, true),
            (Role::Sales, Class::Named, false),
            (Role::Admin, Class::Open, false),
            (Role::Auditor, Class::Inner, false),
        ] {
            let granted = Facts {
                granted: true,
                ..facts(2, 3, class)
            };
            assert_eq!(
                may(&actor(role), Action::Read, &granted),
                expected,
                "{role:?} {class:?}"
            );
        }
    }

    #[test]
    fn a_co_owner_reads_and_writes_as_the_owner_and_gives_nothing_away() {
        for (role, expected) in [
            (Role::Sales, true),
            (Role::Head, true),
            (Role::Archivist, false),
            (Role::Auditor, false),
        ] {
            let facts = Facts {
                co_owned: true,
                ..facts(2, 3, Class::Named)
            };
            for (action, holds) in [
                (Action::Read, true),
                (Action::Edit, true),
                (Action::Assign, false),
                (Action::Delete, false),
            ] {
                let got = may(&actor(role), action, &facts);
                assert_eq!(got, expected && holds, "{role:?} {action:?}");
            }
        }
    }

    #[test]
    fn raising_the_class_never_adds_a_right() {
        for role in Role::ALL {
            for granted in [false, true] {
                for (owner, dep) in [(1, 1), (2, 2), (2, 3)] {
                    let rights = Class::ALL.map(|class| {
                        may(
                            &actor(role),
                            Action::Read,
                            &Facts {
                                granted,
                                ..facts(owner, dep, class)
                            },
                        )
                    });
                    assert!(rights.is_sorted_by(|a, b| a >= b), "{role:?} {rights:?}");
                }
            }
        }
    }
}
