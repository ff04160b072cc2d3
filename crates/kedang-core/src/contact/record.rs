//! A contact as it is read: one shape for JSON and page.

use serde::Serialize;
use utoipa::ToSchema;

use super::{Channel, Direction};
use crate::customer::Named;
use crate::id::{AttachmentId, ContactId, CustomerId};
use crate::instant::Instant;

/// A scan of a contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ContactFile {
    /// The attachment.
    #[schema(value_type = String, format = "uuid")]
    pub id: AttachmentId,
    /// Its name.
    pub name: String,
    /// Whether there is a picture to show.
    pub pictured: bool,
}

/// One dealing with a customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Contact {
    /// The id, a `UUIDv7`.
    #[schema(value_type = String, format = "uuid")]
    pub id: ContactId,
    /// With whom.
    #[schema(value_type = String, format = "uuid")]
    pub customer_id: CustomerId,
    /// By which way.
    pub channel: Channel,
    /// From whom to whom.
    pub direction: Direction,
    /// 文号: the number of a letter or fax.
    pub number: Option<String>,
    /// The day, `YYYY-MM-DD`.
    pub happened_on: String,
    /// Whom one spoke to or who wrote.
    pub person: Option<String>,
    /// What it was about.
    pub summary: Option<String>,
    /// The scans.
    pub files: Vec<ContactFile>,
    /// Who dealt with it.
    pub author: Named,
    /// When it was written down.
    #[schema(value_type = String, format = "date-time")]
    pub created_at: Instant,
    /// Counts its changes.
    pub version: i64,
}
