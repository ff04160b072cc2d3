//! Who may do what: one rule table, read by the function here and by the SQL predicate of the
//! store. A test holds the two together.

mod actor;
mod chore;
mod decide;
mod reach;
mod role;
mod rules;

pub use actor::{Actor, Post};
pub use chore::{Chore, may_do};
pub use decide::{Facts, may};
pub use reach::{Branch, Reach, Who};
pub use role::Role;
pub use rules::{Action, reach};

/// Secrecy class (密级) of a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// 公开, 0.
    Open,
    /// 内部, 1.
    Inner,
    /// 机密, 2.
    Secret,
    /// 指定人员, 3.
    Named,
}

impl Class {
    /// All classes, lowest first.
    pub const ALL: [Class; 4] = [Class::Open, Class::Inner, Class::Secret, Class::Named];

    /// 0 to 3, as stored.
    #[must_use]
    pub fn rank(self) -> i64 {
        match self {
            Self::Open => 0,
            Self::Inner => 1,
            Self::Secret => 2,
            Self::Named => 3,
        }
    }

    /// Reads a stored class. What is not a class counts as the highest, never as a lower one.
    #[must_use]
    pub fn from_rank(rank: i64) -> Self {
        match rank {
            0 => Self::Open,
            1 => Self::Inner,
            2 => Self::Secret,
            _ => Self::Named,
        }
    }
}
