//! A compiled field: key, type, tags and the conditions under which it is shown and asked.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

use crate::condition::Condition;
use crate::kinds::{Kind, WEEKDAY_LIST};
use crate::words::Words;

/// How far an answer belongs to a person (PIPL): decides storage, search and masks.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum PiClass {
    /// Not about a person.
    #[default]
    P0,
    /// Personal, findable: phone, birthday, address.
    P1,
    /// Sensitive (health, finance, ID image, ethnicity, under 14): stored sealed, never searched.
    P2,
    /// A judgement about a person: kept out of search and customer copies.
    P3,
}

/// A field as `fields.toml` writes it; what is not a tag is an option of the type.
#[derive(Debug, Deserialize)]
pub(crate) struct FieldSource {
    pub(crate) key: String,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    #[serde(default)]
    pub(crate) pi_class: PiClass,
    #[serde(default)]
    pub(crate) guarded: bool,
    #[serde(default)]
    pub(crate) indexed: bool,
    #[serde(default)]
    pub(crate) customer_copy: bool,
    #[serde(default)]
    pub(crate) required: bool,
    #[serde(default)]
    pub(crate) expected: bool,
    pub(crate) none: Option<bool>,
    #[serde(default)]
    pub(crate) retired: bool,
    #[serde(default)]
    pub(crate) alert: bool,
    pub(crate) counted: Option<bool>,
    pub(crate) layer: Option<String>,
    pub(crate) visible_when: Option<Condition>,
    pub(crate) required_when: Option<Condition>,
    pub(crate) after_signing: Option<String>,
    pub(crate) hidden_code: Option<String>,
    pub(crate) missing_code: Option<String>,
    #[serde(flatten)]
    pub(crate) options: Map<String, Json>,
}

/// A field of a form, or a column of a repeat.
#[derive(Debug)]
pub struct Field {
    /// Key: lower case letters, digits, `_`.
    pub key: String,
    /// Path of the words: the key, or `repeat.column`.
    pub path: String,
    /// The type with its options.
    pub kind: Kind,
    /// How far the answer belongs to a person. A column is at least as its repeat.
    pub pi_class: PiClass,
    /// Changing it needs a change record with proof (D02-6).
    pub guarded: bool,
    /// Copied to `card_values` for filters.
    pub indexed: bool,
    /// Printed on the customer's copy.
    pub customer_copy: bool,
    /// Missing, it stops saving.
    pub required: bool,
    /// Missing, the card is incomplete.
    pub expected: bool,
    /// Whether 无 is an answer.
    pub none_allowed: bool,
    /// No longer asked; old answers stay readable.
    pub retired: bool,
    /// Shown as a banner wherever the customer is served (D01-9 allergy).
    pub alert: bool,
    /// Whether it counts in what is known; a switch that only opens other fields does not.
    pub counted: bool,
    /// Layer of completeness (D03-10).
    pub layer: Option<String>,
    /// Shown only when this holds.
    pub visible_when: Option<Condition>,
    /// Required when this holds.
    pub required_when: Option<Condition>,
    /// Key of the signature that must stand before an answer is taken (D12-3).
    pub after_signing: Option<String>,
    /// Code of the finding when it is answered while hidden.
    pub hidden_code: Option<String>,
    /// Code of the finding when it is missing.
    pub missing_code: Option<String>,
    /// Options of the type as written, for comparing versions.
    pub(crate) options: Map<String, Json>,
}

impl Field {
    /// Whether an answer of it is kept: signatures lie beside the card, computed ones nowhere.
    #[must_use]
    pub fn is_stored(&self) -> bool {
        !matches!(self.kind, Kind::Signature(_) | Kind::Computed(_))
    }

    /// Whether its rows live apart from the card.
    #[must_use]
    pub fn is_append_only(&self) -> bool {
        matches!(&self.kind, Kind::Repeat(repeat) if repeat.append_only)
    }

    /// The columns, if it is a repeat.
    #[must_use]
    pub fn columns(&self) -> &[Field] {
        match &self.kind {
            Kind::Repeat(repeat) => &repeat.fields,
            _ => &[],
        }
    }

    /// The option codes of a choice.
    #[must_use]
    pub fn options(&self) -> &[String] {
        match &self.kind {
            Kind::Choice(choice) => &choice.options,
            Kind::Choices(choices) => &choices.options,
            Kind::Photo(photo) => &photo.angles,
            _ => &[],
        }
    }

    /// The word of an option; a code without one stands for itself.
    #[must_use]
    pub fn option_word<'a>(&self, words: &'a Words, code: &'a str) -> &'a str {
        let table = words.option.get(self.option_table());
        table.and_then(|t| t.get(code)).map_or(code, String::as_str)
    }

    /// The key under which the words of its options stand: a shared list, or its own path.
    #[must_use]
    pub fn option_table(&self) -> &str {
        let list = match &self.kind {
            Kind::Choice(choice) => choice.list.as_deref(),
            Kind::Choices(choices) => choices.list.as_deref(),
            Kind::TimeWindow(_) => Some(WEEKDAY_LIST),
            _ => None,
        };
        list.unwrap_or(&self.path)
    }
}
