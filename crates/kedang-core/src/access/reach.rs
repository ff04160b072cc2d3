//! How far a right reaches: a union of branches, each with a ceiling on the class.

use super::Class;
use crate::id::{DepartmentId, StaffId};

/// Whose dossiers a branch covers.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Who {
    /// Those of one owner.
    Owner(StaffId),
    /// Those that one member of staff holds beside their owner (协办).
    CoOwner(StaffId),
    /// Those of one department.
    Department(DepartmentId),
    /// Those granted (查阅授权) to one member of staff and in force.
    Granted(StaffId),
    /// All.
    Anyone,
}

/// One way to a dossier.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Branch {
    /// Whose dossiers.
    pub who: Who,
    /// Highest class this way leads to.
    pub ceiling: Class,
}

/// All ways to a dossier; without a branch there is none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reach {
    /// The ways, without repeats.
    pub branches: Vec<Branch>,
}

impl Reach {
    /// Adds a way. Of two ways to the same dossiers the one with the higher ceiling stays.
    pub fn add(&mut self, who: Who, ceiling: Class) {
        match self.branches.iter_mut().find(|b| b.who == who) {
            Some(known) => known.ceiling = known.ceiling.max(ceiling),
            None => self.branches.push(Branch { who, ceiling }),
        }
    }

    /// True when no dossier can be reached.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.branches.is_empty()
    }
}
