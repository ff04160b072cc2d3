//! A customer as it is read: one shape for JSON, page and export.

use serde::Serialize;
use utoipa::ToSchema;

use super::{Details, Party};
use crate::access::{Class, Facts};
use crate::id::{CustomerId, DepartmentId, StaffId};
use crate::instant::Instant;

/// Somebody or something with a name, pointed to from a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Named {
    /// The id, a `UUIDv7`.
    #[schema(format = "uuid")]
    pub id: String,
    /// The name today.
    pub name: String,
}

/// A step from one stage to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct StageChange {
    /// The stage before.
    pub was: String,
    /// The stage it came to.
    pub became: String,
    /// Why.
    #[schema(required)]
    pub reason: Option<String>,
    /// By whom.
    pub by: Named,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Instant,
}

/// A customer (客户) with the head of its dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Customer {
    /// The id, a `UUIDv7`.
    #[schema(value_type = String, format = "uuid")]
    pub id: CustomerId,
    /// 客户编号.
    pub code: String,
    /// `individual` or `organization`.
    pub kind: String,
    /// 客户名称.
    pub name: String,
    /// 如何认识.
    pub how_met: String,
    /// Where the customer stands; `proposed` is a 户头.
    pub stage: String,
    /// What it is to the company; keys such as `supplier`, `dealer`, `bank`.
    pub types: Vec<String>,
    /// The plain fields.
    #[serde(flatten)]
    pub details: Details,
    /// 密级 of the dossier, 0 to 3.
    #[schema(minimum = 0, maximum = 3)]
    pub class: i64,
    /// 负责人.
    #[schema(required)]
    pub owner: Option<Named>,
    /// 部门.
    pub department: Named,
    /// When it was opened.
    #[schema(value_type = String, format = "date-time")]
    pub created_at: Instant,
    /// When it was last changed.
    #[schema(value_type = String, format = "date-time")]
    pub updated_at: Instant,
    /// Counts the changes; sent back as `If-Match`.
    pub version: i64,
}

impl Customer {
    /// Its types, in the order in which they are shown.
    #[must_use]
    pub fn parties(&self) -> Vec<Party> {
        self.types
            .iter()
            .filter_map(|key| Party::from_key(key))
            .collect()
    }

    /// What a decision looks at; `granted` and `co_owned` are asked of the database by whoever
    /// needs them.
    #[must_use]
    pub fn facts(&self, granted: bool) -> Facts {
        Facts {
            owner: self.owner.as_ref().map(|o| StaffId::trusted(o.id.clone())),
            department: DepartmentId::trusted(self.department.id.clone()),
            class: Class::from_rank(self.class),
            granted,
            co_owned: false,
        }
    }
}
