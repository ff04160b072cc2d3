//! A card, its revisions, rows and signatures as they are read: one shape for JSON and page.

use serde::Serialize;
use utoipa::ToSchema;

use crate::customer::Named;
use crate::id::{CardId, CustomerId, RowId};
use crate::instant::Instant;

/// How far a card is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Blank, or its form asks for no signature.
    Open,
    /// Filled in, and a signature that the form asks for is missing or void (D01-11).
    Unsigned,
    /// All signatures that the form asks for are there and cover what stands on the card.
    Signed,
}

impl Status {
    /// As stored.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Unsigned => "unsigned",
            Self::Signed => "signed",
        }
    }

    /// Reads a stored status. What is none counts as unsigned, never as signed.
    #[must_use]
    pub fn from_key(key: &str) -> Self {
        match key {
            "open" => Self::Open,
            "signed" => Self::Signed,
            _ => Self::Unsigned,
        }
    }
}

/// That a state of a card was filed (归档).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Filing {
    /// The state that was filed; what was written since is not.
    pub revision: i64,
    /// Who filed it.
    pub by: Named,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Instant,
}

/// The head of a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Card {
    /// The id, a `UUIDv7`.
    #[schema(value_type = String, format = "uuid")]
    pub id: CardId,
    /// The customer in whose dossier it lies.
    #[schema(value_type = String, format = "uuid")]
    pub customer_id: CustomerId,
    /// Key of its form.
    pub form: String,
    /// Version of its form; a card keeps the version with which it was opened.
    pub form_version: u32,
    /// The department to whose file it belongs.
    pub department: Named,
    /// Who keeps it.
    pub custodian: Named,
    /// How far it is.
    pub status: Status,
    /// The current revision; 0 is blank.
    pub revision: i64,
    /// Fields answered, 无 included.
    pub answered: i64,
    /// Fields that apply.
    pub applicable: i64,
    /// The filing that stands; null while it was never filed or was taken out again.
    #[schema(required)]
    pub filing: Option<Filing>,
    /// When it was opened.
    #[schema(value_type = String, format = "date-time")]
    pub created_at: Instant,
    /// When it was last changed.
    #[schema(value_type = String, format = "date-time")]
    pub updated_at: Instant,
    /// Counts the changes; sent back as `If-Match`.
    pub version: i64,
}

impl Card {
    /// Whether what stands on it is what was filed.
    #[must_use]
    pub fn is_filed(&self) -> bool {
        let filed = self.filing.as_ref();
        filed.is_some_and(|filing| filing.revision == self.revision)
    }
}

/// One state of a card's answers, without the answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Revision {
    /// Counted from 1 within the card.
    pub seq: i64,
    /// Who wrote it.
    pub author: Named,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Instant,
    /// How it was learned: a key of `Learned`; null when nobody said.
    #[schema(required)]
    pub how: Option<String>,
    /// Hash over all answers, hex.
    pub content_hash: String,
}

/// One row of an append-only repeat, without its cells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct RowHead {
    /// The id, a `UUIDv7`.
    #[schema(value_type = String, format = "uuid")]
    pub id: RowId,
    /// Counted from 1 within the repeat.
    pub seq: i64,
    /// The row it corrects, which stays.
    #[schema(required, value_type = Option<String>, format = "uuid")]
    pub corrects: Option<RowId>,
    /// The row that corrects it.
    #[schema(required, value_type = Option<String>, format = "uuid")]
    pub corrected_by: Option<RowId>,
    /// Who wrote it.
    pub author: Named,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Instant,
    /// Hash over its cells, hex.
    pub content_hash: String,
}

/// A signature on a card or on a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Signature {
    /// The id, a `UUIDv7`.
    pub id: String,
    /// The row signed; null for the card.
    #[schema(required, value_type = Option<String>, format = "uuid")]
    pub row: Option<RowId>,
    /// The revision signed; 0 for a row.
    pub revision: i64,
    /// Key of the signature field.
    pub field: String,
    /// The fields that it covers.
    pub covers: Vec<String>,
    /// The post in which it was given; null for the customer's own hand.
    #[schema(required)]
    pub post: Option<String>,
    /// Who signed.
    pub signer: String,
    /// The member of staff who signed; null for the customer.
    #[schema(required)]
    pub staff: Option<String>,
    /// The lines drawn: strokes of points `[x, y]`, 0 to 1,000 each.
    #[schema(value_type = Vec<Vec<[u16; 2]>>)]
    pub strokes: super::Strokes,
    /// What was signed: the hash over the covered answers, hex.
    pub content_hash: String,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub signed_at: Instant,
    /// When a later edit made it void; null while it holds.
    #[schema(required, value_type = Option<String>, format = "date-time")]
    pub voided_at: Option<Instant>,
}

/// Who learned an answer, when and how (D03-10).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Origin {
    /// Field key or `repeat.row.column`.
    pub path: String,
    /// Who wrote it down.
    pub by: Named,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Instant,
    /// A key of `Learned`; null when nobody said.
    #[schema(required)]
    pub how: Option<String>,
}
