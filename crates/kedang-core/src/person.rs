//! Persons around a customer: decision-makers, family, contacts.

use serde::Serialize;
use utoipa::ToSchema;

/// What a person is to a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// 一号 to 四号主管, by rank 1 to 4 (D03-4).
    Decision(u8),
    /// 家庭成员 (D03-9).
    Family,
    /// 联系人.
    Contact,
}

impl Relation {
    /// As stored and as in the API.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Decision(_) => "decision",
            Self::Family => "family",
            Self::Contact => "contact",
        }
    }

    /// Rank of a decision-maker.
    #[must_use]
    pub fn rank(self) -> Option<i64> {
        match self {
            Self::Decision(rank) => Some(i64::from(rank)),
            Self::Family | Self::Contact => None,
        }
    }
}

/// 话语权 of a rank in per cent (D03-4): 90, 70, 50, 30.
#[must_use]
pub fn weight(rank: i64) -> Option<i64> {
    match rank {
        1 => Some(90),
        2 => Some(70),
        3 => Some(50),
        4 => Some(30),
        _ => None,
    }
}

/// A person in a dossier, with what he is to the customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PersonInDossier {
    /// The person's id.
    #[schema(format = "uuid")]
    pub id: String,
    /// 姓名.
    pub name: String,
    /// `decision`, `family` or `contact`.
    pub relation: String,
    /// 1 to 4 for decision-makers.
    #[schema(required)]
    pub rank: Option<i64>,
    /// What kind of relative (父亲, 配偶 …), as written.
    #[schema(required)]
    pub kinship: Option<String>,
    /// `male` or `female`.
    #[schema(required)]
    pub sex: Option<String>,
    /// 职务.
    #[schema(required)]
    pub title: Option<String>,
    /// 电话.
    #[schema(required)]
    pub phone: Option<String>,
    /// 手机.
    #[schema(required)]
    pub mobile: Option<String>,
}
