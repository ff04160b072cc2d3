//! The columns that a list may show, and the two sets that are built in.

use crate::customer::Details;

/// Declares the columns that are no plain field, with their keys.
macro_rules! columns {
    ($($(#[$doc:meta])* $name:ident = $key:literal,)+) => {
        /// A column of a list.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Column {
            $($(#[$doc])* $name,)+
            /// A plain field, by its name.
            Detail(&'static str),
        }

        impl Column {
            const OWN: &'static [Self] = &[$(Self::$name,)+];

            /// As in an address.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$name => $key,)+
                    Self::Detail(field) => field,
                }
            }
        }
    };
}

columns! {
    /// 序号, the place in the list.
    Number = "number",
    /// 客户名称, which opens the customer.
    Name = "name",
    /// 客户编号.
    Code = "code",
    /// 客户类型: individual or organization.
    Kind = "kind",
    /// 状态.
    Stage = "stage",
    /// 负责人.
    Owner = "owner",
    /// 部门.
    Department = "department",
    /// 如何认识.
    HowMet = "how_met",
    /// The first decision-maker or contact.
    Person = "person",
    /// That person's 职务.
    PersonTitle = "person_title",
    /// How to reach that person.
    PersonPhone = "person_phone",
    /// 建档部门: the departments that keep cards in the dossier (D11-3).
    Files = "files",
    /// 省, 市, 区县 and 地址 in one.
    Place = "place",
    /// When it was opened.
    Created = "created",
    /// When it was last changed.
    Updated = "updated",
}

impl Column {
    /// Those of 客户一览表.
    pub const DEFAULT: &'static [Self] = &[
        Self::Name,
        Self::Stage,
        Self::Owner,
        Self::Detail("city"),
        Self::Detail("mobile"),
        Self::Department,
        Self::Updated,
    ];

    /// Those of 客户归类汇总表, in the order of the paper (D10-2).
    pub const SUMMARY: &'static [Self] = &[
        Self::Number,
        Self::Name,
        Self::Person,
        Self::PersonTitle,
        Self::PersonPhone,
        Self::Place,
        Self::Detail("industry"),
        Self::Kind,
        Self::Detail("grade"),
    ];

    /// Every column there is.
    pub fn all() -> impl Iterator<Item = Self> {
        let details = Details::FIELDS.iter().copied().map(Self::Detail);
        Self::OWN.iter().copied().chain(details)
    }

    /// Reads a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::all().find(|column| column.key() == key)
    }

    /// The word over it, a key of the catalogue; `paper` for that of 客户归类汇总表 (D10-2), which
    /// has its own for the columns of [`Column::SUMMARY`].
    #[must_use]
    pub fn word(self, paper: bool) -> String {
        let key = self.key();
        match self {
            _ if paper => format!("summary-{key}"),
            Self::Detail(field) => format!("field-{field}"),
            _ => format!("column-{key}"),
        }
    }

    /// Whether it tells of a person around the customer.
    #[must_use]
    pub fn is_of_person(self) -> bool {
        matches!(self, Self::Person | Self::PersonTitle | Self::PersonPhone)
    }
}
