//! An attachment as it is read: one shape for JSON and page.

use serde::Serialize;
use utoipa::ToSchema;

use crate::customer::Named;
use crate::id::{AttachmentId, CustomerId};
use crate::instant::Instant;

/// What an attachment is in the dossier for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// A paper, kept as it came.
    Document,
    /// A photo of the customer, only with consent (D01-10); kept without what a camera adds.
    Photo,
}

impl Purpose {
    /// As stored.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Photo => "photo",
        }
    }

    /// Reads a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Document, Self::Photo]
            .into_iter()
            .find(|purpose| purpose.key() == key)
    }
}

/// The pictures an attachment can be shown by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    /// For the screen.
    Display,
    /// For lists.
    Thumbnail,
}

/// A paper or photo of a dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Attachment {
    /// The id, a `UUIDv7`.
    #[schema(value_type = String, format = "uuid")]
    pub id: AttachmentId,
    /// In whose dossier.
    #[schema(value_type = String, format = "uuid")]
    pub customer_id: CustomerId,
    /// What it is there for.
    pub purpose: Purpose,
    /// Its name, with the ending of its kind.
    pub name: String,
    /// What it is by its bytes: `jpeg`, `pdf`, `docx` …
    pub kind: String,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of the content, 64 hexadecimal digits.
    pub sha256: String,
    /// Seen only by who may edit the dossier (class P2).
    pub sensitive: bool,
    /// The person on the photo agreed (D01-10); papers have none.
    pub consent: bool,
    /// When the photo was taken by the camera's clock, `YYYY-MM-DD`.
    pub taken_on: Option<String>,
    /// Whether there is a picture to show.
    pub pictured: bool,
    /// Who put it in.
    pub author: Named,
    /// When, UTC.
    #[schema(value_type = String, format = "date-time")]
    pub at: Instant,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_purpose_is_read_as_it_is_stored() {
        for purpose in [Purpose::Document, Purpose::Photo] {
            assert_eq!(Purpose::from_key(purpose.key()), Some(purpose));
        }
        assert_eq!(Purpose::from_key("video"), None);
    }
}
