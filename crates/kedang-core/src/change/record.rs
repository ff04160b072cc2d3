//! A change as it is read.

use serde::Serialize;
use utoipa::ToSchema;

use crate::customer::Named;
use crate::instant::Instant;

/// A change as it is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Change {
    /// The id, a `UUIDv7`.
    #[schema(format = "uuid")]
    pub id: String,
    /// A key of [`super::ChangeKind`].
    pub kind: String,
    /// `event`, `correction` or `import`.
    pub nature: String,
    /// Since when; a day to come is announced.
    #[schema(format = "date")]
    pub effective_on: String,
    /// On what proof; empty for an import.
    pub proof: String,
    /// What happened.
    #[schema(required)]
    pub note: Option<String>,
    /// The card whose answer changed; null for a field of the customer.
    #[schema(required)]
    pub card: Option<String>,
    /// The field that changed; null for an event that touches none.
    #[schema(required)]
    pub field: Option<String>,
    /// What it said.
    #[schema(required)]
    pub before: Option<String>,
    /// What it says; null with a sealed answer or when it was taken away.
    #[schema(required)]
    pub after: Option<String>,
    /// Who recorded it.
    pub by: Named,
    /// When it was recorded.
    #[schema(value_type = String, format = "date-time")]
    pub at: Instant,
}
