//! A merge as JSON.

use kedang_app::merges::{Kept, MergeView, Moves};
use kedang_core::Instant;
use kedang_core::customer::{Customer, Named};
use serde::Serialize;
use utoipa::ToSchema;

/// How much moved from the absorbed customer to the survivor.
#[derive(Serialize, ToSchema)]
pub(crate) struct MovesDocument {
    cards: usize,
    persons: usize,
    /// Persons whose rank the survivor had given already: they became contacts.
    outranked: usize,
    former_names: usize,
    changes: usize,
    stages: usize,
    contacts: usize,
    attachments: usize,
    /// Organizations that stood under the absorbed one.
    branches: usize,
}

impl From<&Moves> for MovesDocument {
    fn from(moves: &Moves) -> Self {
        Self {
            cards: moves.cards,
            persons: moves.persons,
            outranked: moves.outranked,
            former_names: moves.names,
            changes: moves.changes,
            stages: moves.stages,
            contacts: moves.contacts,
            attachments: moves.attachments,
            branches: moves.branches,
        }
    }
}

/// Something that had changed since and was left as it is.
#[derive(Serialize, ToSchema)]
pub(crate) struct KeptDocument {
    /// `customers`, `cards`, `relations` …
    table: String,
    /// The row.
    id: String,
    /// The field; null when the whole row is meant.
    #[schema(required)]
    field: Option<String>,
    /// What it says and goes on saying.
    #[schema(required)]
    now: Option<String>,
    /// What it said before the merge.
    #[schema(required)]
    before: Option<String>,
}

impl From<&Kept> for KeptDocument {
    fn from(kept: &Kept) -> Self {
        Self {
            table: kept.table.clone(),
            id: kept.row.clone(),
            field: kept.field.clone(),
            now: kept.now.clone(),
            before: kept.before.clone(),
        }
    }
}

/// A merge.
#[derive(Serialize, ToSchema)]
pub(crate) struct MergeDocument {
    /// The id.
    #[schema(format = "uuid")]
    id: String,
    /// The survivor as it is now.
    customer: Customer,
    /// The id of the absorbed customer.
    #[schema(format = "uuid")]
    absorbed: String,
    moved: MovesDocument,
    /// By whom.
    by: Named,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    at: Instant,
    /// Until when it can be taken back.
    #[schema(value_type = String, format = "date-time")]
    until: Instant,
    /// When it was taken back.
    #[schema(required, value_type = Option<String>, format = "date-time")]
    undone_at: Option<Instant>,
    /// What had changed since the merge and was left as it is.
    kept: Vec<KeptDocument>,
}

impl From<MergeView> for MergeDocument {
    fn from(view: MergeView) -> Self {
        Self {
            moved: (&view.moves).into(),
            kept: view.kept.iter().map(Into::into).collect(),
            id: view.id,
            customer: view.customer,
            absorbed: view.absorbed.id,
            by: view.by,
            at: view.at,
            until: view.until,
            undone_at: view.undone_at,
        }
    }
}
