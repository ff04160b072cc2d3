//! What a column can be, under the key by which pages and commands name it.

use std::fmt::Debug;
use std::hash::Hash;

use kedang_core::customer::Details;
use kedang_sheet::{Certainty, ContactColumn, CustomerColumn, OwnerColumn, PersonColumn};

/// A column of a table.
pub(super) trait Target: Copy + Eq + Hash + Debug + 'static {
    /// The name of the field, as the API has it.
    fn key(self) -> &'static str;
    /// All that can be chosen, in the order of the form.
    fn every() -> Vec<Self>;
    /// What a header names, and how surely.
    fn guess(header: &str) -> Option<(Self, Certainty)>;

    /// The one of a key.
    fn from_key(key: &str) -> Option<Self> {
        Self::every().into_iter().find(|one| one.key() == key)
    }
}

impl Target for CustomerColumn {
    fn key(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Kind => "kind",
            Self::Name => "name",
            Self::HowMet => "how_met",
            Self::Stage => "stage",
            Self::Owner => "owner",
            Self::Author => "author",
            Self::Class => "class",
            Self::Opened => "opened",
            Self::Plain(field) => field,
        }
    }

    fn every() -> Vec<Self> {
        let head = [
            Self::Code,
            Self::Kind,
            Self::Name,
            Self::HowMet,
            Self::Stage,
            Self::Owner,
            Self::Author,
            Self::Class,
            Self::Opened,
        ];
        let plain = Details::FIELDS.iter().map(|field| Self::Plain(field));
        head.into_iter().chain(plain).collect()
    }

    fn guess(header: &str) -> Option<(Self, Certainty)> {
        Self::guess(header)
    }
}

impl Target for PersonColumn {
    fn key(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Role => "role",
            Self::Name => "name",
            Self::Sex => "sex",
            Self::Title => "title",
            Self::Phone => "phone",
            Self::Mobile => "mobile",
        }
    }

    fn every() -> Vec<Self> {
        vec![
            Self::Code,
            Self::Role,
            Self::Name,
            Self::Sex,
            Self::Title,
            Self::Phone,
            Self::Mobile,
        ]
    }

    fn guess(header: &str) -> Option<(Self, Certainty)> {
        Self::guess(header)
    }
}

impl Target for ContactColumn {
    fn key(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Name => "name",
            Self::Day => "day",
            Self::Channel => "channel",
            Self::Direction => "direction",
            Self::Purpose => "purpose",
            Self::Summary => "summary",
            Self::Result => "result",
            Self::Next => "next",
            Self::Person => "person",
            Self::Staff => "staff",
            Self::Number => "number",
            Self::Place => "place",
        }
    }

    fn every() -> Vec<Self> {
        Self::ALL.to_vec()
    }

    fn guess(header: &str) -> Option<(Self, Certainty)> {
        Self::guess(header)
    }
}

impl Target for OwnerColumn {
    fn key(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Name => "name",
        }
    }

    fn every() -> Vec<Self> {
        vec![Self::Code, Self::Name]
    }

    fn guess(header: &str) -> Option<(Self, Certainty)> {
        Self::guess(header)
    }
}
