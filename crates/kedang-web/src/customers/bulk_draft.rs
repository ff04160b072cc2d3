//! What is to become of the ticked customers, as it was typed.

use kedang_app::customers::Pick;
use kedang_core::customer::Stage;
use kedang_core::{CustomerId, Problem};

/// What is written for taking an answer away.
pub(super) const NONE: &str = "none";

/// The fields that are changed together.
const FIELDS: [&str; 4] = ["stage", "grade", "owner", "department"];

/// The form, as it came.
#[derive(Debug, Clone, Default)]
pub(super) struct BulkDraft {
    /// Whom.
    pub(super) picks: Vec<Pick>,
    /// The question of the list they were ticked in.
    pub(super) back: String,
    values: Vec<(String, String)>,
}

impl BulkDraft {
    /// Reads the pairs; what is no id with a version was not ticked.
    pub(super) fn read(pairs: Vec<(String, String)>) -> Self {
        let mut draft = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                "pick" => draft.picks.extend(pick(&value)),
                "back" => draft.back = value,
                _ => draft.values.push((name, value)),
            }
        }
        draft
    }

    /// What stands in a field; empty leaves it as it is.
    pub(super) fn get(&self, field: &str) -> &str {
        let found = self.values.iter().find(|(name, _)| name == field);
        found.map_or("", |(_, value)| value.trim())
    }

    /// Refuses what would be refused for every one of them.
    pub(super) fn check(&self) -> Result<(), Problem> {
        if FIELDS.iter().all(|field| self.get(field).is_empty()) {
            return Err(Problem::invalid("bulk.nothing"));
        }
        if self.get("stage") == Stage::Lost.key() && self.get("stage_reason").is_empty() {
            let code = "customer.lost_reason_missing";
            return Err(Problem::invalid("bulk.invalid").field("stage_reason", code));
        }
        Ok(())
    }

    /// The fields to be changed.
    pub(super) fn fields(&self) -> Vec<(String, Option<String>)> {
        let mut fields = Vec::new();
        for field in FIELDS {
            let value = self.get(field);
            if !value.is_empty() {
                let value = Some(value).filter(|value| *value != NONE);
                fields.push((field.to_owned(), value.map(str::to_owned)));
            }
        }
        let reason = Some(self.get("stage_reason").to_owned());
        fields.push(("stage_reason".to_owned(), reason));
        fields
    }
}

/// `id.version`.
fn pick(value: &str) -> Option<Pick> {
    let (id, version) = value.split_once('.')?;
    Some(Pick {
        id: CustomerId::parse(id).ok()?,
        version: version.parse().ok()?,
    })
}
