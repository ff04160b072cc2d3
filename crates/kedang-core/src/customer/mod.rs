//! The customer (客户): what it is and what a new one must have.

mod capital;
mod code;
mod details;
mod edit;
mod merge;
mod new;
mod party;
mod record;

pub use code::{code, number_of};
pub use details::Details;
pub use edit::{EditCustomer, Edited};
pub use merge::{Difference, Side, columns, differences, merged};
pub use new::{Checked, NewCustomer};
pub use party::Party;
pub use record::{Customer, Named, StageChange};

/// Whether a customer is a person or a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CustomerKind {
    /// 个人.
    Individual,
    /// 单位.
    Organization,
}

impl CustomerKind {
    /// Both, in the order in which they are shown.
    pub const ALL: [CustomerKind; 2] = [Self::Organization, Self::Individual];

    /// As stored and as in the API.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Individual => "individual",
            Self::Organization => "organization",
        }
    }

    /// Reads a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// Where a customer stands (D13-1). A quick-create makes a stub (户头) in state proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// 户头: name and how met, nothing verified (D02-4).
    Proposed,
    /// 潜在客户.
    Potential,
    /// 准客户.
    Prospect,
    /// 老客户: there were dealings.
    Active,
    /// 流失客户.
    Lost,
}

impl Stage {
    /// Every stage, in the order of a customer's life.
    pub const ALL: [Stage; 5] = [
        Self::Proposed,
        Self::Potential,
        Self::Prospect,
        Self::Active,
        Self::Lost,
    ];

    /// As stored and as in the API.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Potential => "potential",
            Self::Prospect => "prospect",
            Self::Active => "active",
            Self::Lost => "lost",
        }
    }

    /// Reads a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.key() == key)
    }
}
