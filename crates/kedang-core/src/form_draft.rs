//! A form under the pen (表样草稿): what a steward makes of a published version, until it is one.

use serde::Serialize;
use utoipa::ToSchema;

use crate::FormDraftId;
use crate::access::{Actor, Role};
use crate::customer::Named;
use crate::instant::Instant;

/// What the keys of the company's own forms begin with; no shipped form does.
pub const OWN: &str = "own-";

/// Characters of a short name.
const SHORT: std::ops::RangeInclusive<usize> = 2..=40;

/// A draft as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct FormDraft {
    /// The id.
    #[schema(value_type = String, format = "uuid")]
    pub id: FormDraftId,
    /// Key of the form it is to become.
    pub form: String,
    /// Key of the form it started from.
    pub from: String,
    /// The version of that form, from 1.
    pub from_version: i64,
    /// Canonical JSON.
    #[serde(skip)]
    pub definition: String,
    /// Whether the last step can be taken back.
    pub may_take_back: bool,
    /// Who began it.
    pub author: Named,
    /// Who changed it last.
    pub editor: Named,
    /// When it was begun.
    #[schema(value_type = String, format = "date-time")]
    pub created_at: Instant,
    /// When it was changed last.
    #[schema(value_type = String, format = "date-time")]
    pub updated_at: Instant,
    /// Counted up with each change.
    pub version: i64,
}

/// Whether the actor may design forms.
#[must_use]
pub fn may_design(actor: &Actor) -> bool {
    actor.holds(Role::Steward)
}

/// Whether the form is the company's own, and so may get a next version.
#[must_use]
pub fn is_own(key: &str) -> bool {
    key.starts_with(OWN)
}

/// The key of an own form, from a short name: small letters, digits and `-`, a letter at both ends.
#[must_use]
pub fn own_key(short: &str) -> Option<String> {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_lowercase());
    let inside = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let whole = letter(short.chars().next()) && letter(short.chars().last());
    let fits = whole && SHORT.contains(&short.len()) && short.chars().all(inside);
    fits.then(|| format!("{OWN}{short}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_is_plain() {
        assert_eq!(own_key("vip-card").as_deref(), Some("own-vip-card"));
        assert_eq!(own_key("a2b").as_deref(), Some("own-a2b"));
        let long = "a".repeat(41);
        for bad in [
            "", "a", "A-card", "2a", "a2", "-a", "a-", "a b", "卡片", "a_b", "a/b", &long,
        ] {
            assert_eq!(own_key(bad), None, "{bad}");
        }
    }
}
