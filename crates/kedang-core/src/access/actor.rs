//! The person who acts, with all that a decision needs to know about him.

use super::Role;
use crate::id::{DepartmentId, StaffId};

/// A role held in a department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// The role.
    pub role: Role,
    /// Where it is held.
    pub department: DepartmentId,
    /// That department and all below it, when the role reaches that far (head, gm); else empty.
    pub below: Vec<DepartmentId>,
}

/// A signed-in member of staff at one moment.
#[derive(Debug, Clone)]
pub struct Actor {
    /// Who.
    pub staff: StaffId,
    /// As signed in.
    pub login: String,
    /// As addressed.
    pub name: String,
    /// The department in which he works; what he creates belongs to it.
    pub department: DepartmentId,
    /// The roles he holds.
    pub posts: Vec<Post>,
    /// Whether any grant (查阅授权) to him is in force: most people have none, and then no
    /// search and no list has to look for one.
    pub granted: bool,
    /// Whether he holds any customer beside its owner (协办): most people hold none.
    pub co_owns: bool,
    /// The moment of the decision, µs: grants are compared with it.
    pub now: i64,
}

impl Actor {
    /// Whether he holds the role anywhere.
    #[must_use]
    pub fn holds(&self, role: Role) -> bool {
        self.posts.iter().any(|post| post.role == role)
    }
}
