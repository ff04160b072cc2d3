//! The event that comes with guarded fields.

use kedang_core::change::NewChange;
use serde::Deserialize;
use utoipa::ToSchema;

/// What explains guarded fields that change: since when and on what proof.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangeDocument {
    /// `event`, or `correction` for what was written down wrongly.
    #[serde(default)]
    #[schema(pattern = "^(event|correction)$", default = "event")]
    nature: Option<String>,
    /// Since when; not needed for a correction, not in the future.
    #[serde(default)]
    #[schema(format = "date")]
    effective_on: Option<String>,
    /// 依据: a paper, a notice, a licence.
    #[serde(default)]
    #[schema(min_length = 1, max_length = 200)]
    proof: Option<String>,
    /// What happened.
    #[serde(default)]
    #[schema(max_length = 2000)]
    note: Option<String>,
}

impl From<ChangeDocument> for NewChange {
    fn from(sent: ChangeDocument) -> Self {
        Self {
            kind: String::new(),
            nature: sent.nature.unwrap_or_default(),
            effective_on: sent.effective_on.unwrap_or_default(),
            proof: sent.proof.unwrap_or_default(),
            note: sent.note.unwrap_or_default(),
        }
    }
}
