//! What is to become of rows that are there already.

use kedang_sheet::CustomerColumn;
use kedang_store::imports::Key;
use serde::{Deserialize, Serialize};

macro_rules! keys {
    ($(#[$doc:meta])* $name:ident { $($(#[$what:meta])* $variant:ident $key:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$what])* $variant,)+
        }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// As stored and as typed at a prompt.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key,)+
                }
            }

            /// The one of a key.
            #[must_use]
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.key() == key)
            }
        }
    };
}

keys! {
    /// What rows may do (W-9).
    Mode {
        /// New ones come in, known ones are brought up to date.
        #[default]
        Both "both";
        /// Only new ones come in.
        Create "create";
        /// Only known ones are brought up to date.
        Update "update";
    }
}

keys! {
    /// What becomes of a row that looks like a customer that is there, without its number.
    Duplicates {
        /// A sure one is left out, a doubtful one comes in and is asked about.
        #[default]
        Ask "ask";
        /// Both are left out.
        Skip "skip";
        /// Both bring the one that is there up to date.
        Merge "merge";
        /// Both come in.
        Create "create";
    }
}

keys! {
    /// By what a row is matched with a customer that is there (W-9).
    MatchBy {
        /// 客户编号; in a row without one 统一社会信用代码.
        #[default]
        Number "number";
        /// 统一社会信用代码, whatever number the row has.
        Uscc "uscc";
        /// 手机.
        Mobile "mobile";
        /// 电子邮箱.
        Email "email";
        /// 客户名称 and 手机.
        NameAndMobile "name_mobile";
        /// 客户名称.
        Name "name";
    }
}

keys! {
    /// What the rows of a table are.
    Subject {
        /// Customers.
        #[default]
        Customers "customers";
        /// Persons around customers.
        Persons "persons";
        /// Dealings with customers (往来).
        Contacts "contacts";
        /// Rows of a running table on a card (护理记录).
        Care "care";
        /// Nothing that comes in.
        Nothing "nothing";
    }
}

/// How a file is to come in.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// What rows may do.
    pub mode: Mode,
    /// What becomes of duplicates.
    pub duplicates: Duplicates,
    /// By what a row is matched.
    pub matched: MatchBy,
    /// What every table of the file holds; without it each is guessed by its headers.
    pub subject: Option<Subject>,
    /// The form whose cards a row of customers fills in besides, or whose rows a table holds.
    pub form: Option<String>,
    /// What columns are, by their header: a field's name, `card.` and a field of the form, or empty
    /// for the note. A header may stand twice.
    pub targets: Vec<(String, String)>,
}

impl MatchBy {
    /// What is asked of those that are there; by their number they are found otherwise.
    pub(super) fn asked(self) -> Option<Key> {
        Some(match self {
            Self::Number => return None,
            Self::Uscc => Key::Uscc,
            Self::Mobile => Key::Mobile,
            Self::Email => Key::Email,
            Self::NameAndMobile => Key::NameAndMobile,
            Self::Name => Key::Name,
        })
    }

    /// The column that the key is looked for in.
    pub(super) fn column(self) -> CustomerColumn {
        match self {
            Self::Number => CustomerColumn::Code,
            Self::Uscc => CustomerColumn::Plain("uscc"),
            Self::Mobile | Self::NameAndMobile => CustomerColumn::Plain("mobile"),
            Self::Email => CustomerColumn::Plain("email"),
            Self::Name => CustomerColumn::Name,
        }
    }
}

/// How a row comes in.
#[derive(Debug, Clone, Copy)]
pub(super) struct How<'a> {
    pub(super) mode: Mode,
    pub(super) duplicates: Duplicates,
    pub(super) matched: MatchBy,
    /// The header of the column that it is matched by.
    pub(super) column: &'a str,
    /// As somebody decided about this row.
    pub(super) decision: Option<Duplicates>,
}
