//! What a field can hold: texts, lists, records and rows, each already in its normal form.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};

use crate::answers::{Answer, Answers};
use crate::canonical::canonical_json;

/// A given answer. Numbers are decimal text, money is 分 as text, dates are ISO text, so that the
/// JSON of a value has exactly one form on every engine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// One text, number, date or option code.
    Text(String),
    /// Several of a kind, in the order of the definition.
    List(Vec<Value>),
    /// Named parts.
    Record(BTreeMap<String, Value>),
    /// The rows of a repeat; never empty (no rows is 'unanswered').
    Rows(Vec<Row>),
}

/// One row of a repeat: its id stays with it through every revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Stable name, letters, digits and dashes (a UUIDv7 from the application).
    pub id: String,
    /// The cells by column key; a cell has the same three states as a field.
    pub cells: Answers,
}

impl Value {
    /// A text value.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A record from pairs; parts that are not there are left out.
    pub(crate) fn record<const N: usize>(parts: [(&str, Option<Value>); N]) -> Self {
        let parts = parts
            .into_iter()
            .filter_map(|(k, v)| Some((k.to_owned(), v?)));
        Self::Record(parts.collect())
    }

    /// The text, if it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A part of a record.
    #[must_use]
    pub fn part(&self, key: &str) -> Option<&Value> {
        match self {
            Self::Record(parts) => parts.get(key),
            _ => None,
        }
    }

    /// The text of a part of a record.
    #[must_use]
    pub fn part_text(&self, key: &str) -> Option<&str> {
        self.part(key).and_then(Value::as_text)
    }

    /// The items of a list; empty for anything else.
    #[must_use]
    pub fn items(&self) -> &[Value] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// The rows of a repeat; empty for anything else.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        match self {
            Self::Rows(rows) => rows,
            _ => &[],
        }
    }

    /// The codes ticked in a `choices` answer.
    #[must_use]
    pub fn picked(&self) -> Vec<&str> {
        self.part("picked").map_or(Vec::new(), |p| {
            p.items().iter().filter_map(Self::as_text).collect()
        })
    }

    /// The value as JSON.
    #[must_use]
    pub fn to_json(&self) -> Json {
        match self {
            Self::Text(text) => Json::String(text.clone()),
            Self::List(items) => Json::Array(items.iter().map(Self::to_json).collect()),
            Self::Record(parts) => Json::Object(
                parts
                    .iter()
                    .map(|(k, v)| (k.clone(), v.to_json()))
                    .collect(),
            ),
            Self::Rows(rows) => Json::Array(rows.iter().map(Row::to_json).collect()),
        }
    }

    /// The canonical JSON text: what is stored, salted and hashed.
    #[must_use]
    pub fn canonical(&self) -> String {
        canonical_json(&self.to_json())
    }

    /// The structure of stored JSON; nothing if it holds numbers, booleans or nulls.
    pub(crate) fn from_json(json: &Json) -> Option<Self> {
        match json {
            Json::String(text) => Some(Self::Text(text.clone())),
            Json::Array(items) if !items.is_empty() && items.iter().all(Row::is_row) => items
                .iter()
                .map(Row::from_json)
                .collect::<Option<_>>()
                .map(Self::Rows),
            Json::Array(items) => items
                .iter()
                .map(Self::from_json)
                .collect::<Option<_>>()
                .map(Self::List),
            Json::Object(map) => {
                let parts = map
                    .iter()
                    .map(|(k, v)| Some((k.clone(), Self::from_json(v)?)));
                parts.collect::<Option<_>>().map(Self::Record)
            }
            _ => None,
        }
    }
}

impl Row {
    fn to_json(&self) -> Json {
        let mut map = Map::new();
        map.insert("id".to_owned(), Json::String(self.id.clone()));
        map.insert("cells".to_owned(), self.cells.to_json());
        Json::Object(map)
    }

    /// No other value is an object of exactly these two keys.
    fn is_row(json: &Json) -> bool {
        json.as_object().is_some_and(|map| {
            map.len() == 2
                && map.get("id").is_some_and(Json::is_string)
                && map.get("cells").is_some_and(Json::is_object)
        })
    }

    fn from_json(json: &Json) -> Option<Self> {
        let id = json.get("id")?.as_str()?.to_owned();
        let mut cells = Answers::default();
        for (key, cell) in json.get("cells")?.as_object()? {
            if let Some(answer) = Answer::from_json(cell)? {
                cells.set(key, answer);
            }
        }
        is_row_id(&id).then_some(Self { id, cells })
    }
}

/// Row ids are plain, so that a path `prefs.<id>.brand` can be taken apart again.
#[must_use]
pub fn is_row_id(id: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
    (1..=64).contains(&id.len()) && id.bytes().all(plain)
}
