//! The shapes a condition can take; never a string to evaluate.

use serde::{Deserialize, Serialize};

use crate::moment::Moment;

/// A condition on answers. Field names mean a column of the same row first, then a field of the
/// card. In TOML: `{ includes = { field = "problems", options = ["wrinkles"] } }`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Condition {
    /// A value is given (无 is not a value).
    Present(String),
    /// 无 was stated.
    None(String),
    /// The value is this text, number or option code.
    Is {
        /// Field key.
        field: String,
        /// Canonical text of the value.
        value: String,
    },
    /// The value is one of these.
    AnyOf {
        /// Field key.
        field: String,
        /// Canonical texts.
        values: Vec<String>,
    },
    /// At least one of the options is ticked.
    Includes {
        /// Field key of a `choices`.
        field: String,
        /// Option codes.
        options: Vec<String>,
    },
    /// The date lies certainly before the moment.
    Before {
        /// Field key of a date.
        field: String,
        /// What it is compared with.
        than: Moment,
    },
    /// The date lies certainly after the moment.
    After {
        /// Field key of a date.
        field: String,
        /// What it is compared with.
        than: Moment,
    },
    /// Both fields hold the same value (D03-3: tax number typed as phone).
    Same(String, String),
    /// Every one holds.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
}
