//! The screen: sections of twelve columns.

use serde::{Deserialize, Serialize};

use super::Paper;

/// `layout.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layout {
    /// Sections in order.
    pub section: Vec<Section>,
    /// The printed form.
    pub paper: Paper,
}

/// A section of the screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Key of the heading in the words.
    pub key: String,
    /// Fields in reading order; they wrap after twelve columns.
    pub fields: Vec<Placed>,
    /// Lines that are copied in one go (D03-3: what goes on an invoice); each names fields of the
    /// section, those of one line separated by a space.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copy: Vec<Vec<String>>,
}

/// A field in its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placed {
    /// Field key.
    pub field: String,
    /// Columns it takes, 1 to 12.
    #[serde(default = "full")]
    pub span: u8,
}

fn full() -> u8 {
    12
}
