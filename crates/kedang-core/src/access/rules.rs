//! The rule table itself.

use super::{Actor, Class, Reach, Role, Who};

/// What somebody wants to do with a customer and its dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// See that it is there and read it.
    Read,
    /// Open a new one; judged by the department it is to belong to.
    Create,
    /// Write in it: its fields, and answers, rows and signatures of its cards.
    Edit,
    /// Give it another owner or department.
    Assign,
    /// Take it out of sight, into the recycle bin or into another customer; and so settle which
    /// doubtful duplicates are none.
    Delete,
    /// Take it out of the house in a list: as a file or on paper (D02-3).
    Export,
}

/// How far a role reaches.
#[derive(Debug, Clone, Copy)]
enum Scope {
    Own,
    Department,
    All,
}

/// Role, action, scope, highest class. What is not listed is refused.
///
/// What is one's own reaches to what one holds beside the owner (协办).
///
/// Class 3 (指定人员) is for the owner and the gm alone until grants name persons; auditor, admin
/// and security appear nowhere: they see no dossier content. The archivist reads and does not
/// write: intake and shelf come with rights of their own.
///
/// Class 3 leaves the house with nobody, neither in a file nor on paper (D03-1): it takes a list of
/// readers by name to lift that, and there is none yet. Who takes out reads (`decide.rs` tests it),
/// so that a list that is taken out holds nothing its reader could not see.
const RULES: &[(Role, Action, Scope, Class)] = &[
    (Role::Sales, Action::Read, Scope::Own, Class::Named),
    (Role::Head, Action::Read, Scope::Own, Class::Named),
    (Role::Head, Action::Read, Scope::Department, Class::Secret),
    (Role::Steward, Action::Read, Scope::Own, Class::Named),
    (Role::Steward, Action::Read, Scope::All, Class::Secret),
    (Role::Archivist, Action::Read, Scope::All, Class::Secret),
    (Role::Gm, Action::Read, Scope::Own, Class::Named),
    (Role::Gm, Action::Read, Scope::Department, Class::Named),
    (Role::Sales, Action::Create, Scope::Own, Class::Named),
    (Role::Head, Action::Create, Scope::Own, Class::Named),
    (Role::Steward, Action::Create, Scope::All, Class::Named),
    (Role::Gm, Action::Create, Scope::Own, Class::Named),
    (Role::Sales, Action::Edit, Scope::Own, Class::Named),
    (Role::Head, Action::Edit, Scope::Own, Class::Named),
    (Role::Head, Action::Edit, Scope::Department, Class::Secret),
    (Role::Steward, Action::Edit, Scope::Own, Class::Named),
    (Role::Steward, Action::Edit, Scope::All, Class::Secret),
    (Role::Gm, Action::Edit, Scope::Own, Class::Named),
    (Role::Gm, Action::Edit, Scope::Department, Class::Named),
    (Role::Head, Action::Assign, Scope::Department, Class::Secret),
    (Role::Steward, Action::Assign, Scope::All, Class::Secret),
    (Role::Gm, Action::Assign, Scope::Department, Class::Named),
    (Role::Head, Action::Delete, Scope::Department, Class::Secret),
    (Role::Steward, Action::Delete, Scope::All, Class::Secret),
    (Role::Gm, Action::Delete, Scope::Department, Class::Named),
    (Role::Head, Action::Export, Scope::Own, Class::Secret),
    (Role::Head, Action::Export, Scope::Department, Class::Secret),
    (Role::Steward, Action::Export, Scope::All, Class::Secret),
    (Role::Gm, Action::Export, Scope::Own, Class::Secret),
    (Role::Gm, Action::Export, Scope::Department, Class::Secret),
];

/// The dossiers on which `actor` may do `action`.
#[must_use]
pub fn reach(actor: &Actor, action: Action) -> Reach {
    let mut reach = Reach::default();
    for post in &actor.posts {
        for (_, _, scope, ceiling) in RULES
            .iter()
            .filter(|(role, act, ..)| *role == post.role && *act == action)
        {
            match scope {
                Scope::Own => {
                    reach.add(Who::Owner(actor.staff.clone()), *ceiling);
                    if actor.co_owns && action != Action::Create {
                        reach.add(Who::CoOwner(actor.staff.clone()), *ceiling);
                    }
                }
                Scope::Department => {
                    for department in &post.below {
                        reach.add(Who::Department(department.clone()), *ceiling);
                    }
                }
                Scope::All => reach.add(Who::Anyone, *ceiling),
            }
        }
    }
    // A grant opens dossiers to people who hold a content role, never to the three that must not
    // see content, and never class 3 as long as nobody can name the readers.
    if action == Action::Read && actor.granted && !reach.is_nothing() {
        reach.add(Who::Granted(actor.staff.clone()), Class::Secret);
    }
    reach
}
