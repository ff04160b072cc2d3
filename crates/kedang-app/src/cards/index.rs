//! What filters and the search may know of cards: never an answer of class P2.

use std::collections::BTreeMap;

use kedang_core::CustomerId;
use kedang_core::card::Card;
use kedang_form::{Answer, Answers, Form, Indexed, IndexedValue, Kind, Row, Value};
use kedang_store::cards::{self, NewValue, Scalar};
use kedang_store::{StoreError, Tx};
use kedang_text::{Entry, Field};

use crate::AppError;

/// A searchable text of a card, on its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnedEntry {
    /// As what it is searched.
    pub field: Field,
    /// The text.
    pub text: String,
}

impl OwnedEntry {
    /// The entry as the tokenizer takes it.
    #[must_use]
    pub fn entry(&self) -> Entry<'_> {
        Entry {
            field: self.field,
            person: false,
            text: &self.text,
        }
    }
}

/// As what a text is searched, by the word under which it is stored. Words are never changed.
const FIELDS: &[(&str, Field)] = &[
    ("person", Field::Person),
    ("company", Field::Company),
    ("phone", Field::Phone),
    ("email", Field::Email),
    ("uscc", Field::Uscc),
    ("address", Field::Address),
    ("other", Field::Other),
];

/// The searchable texts of all cards of a customer, for whoever writes its search text.
///
/// # Errors
/// When the database fails.
pub fn search_entries(tx: &mut Tx, customer: &CustomerId) -> Result<Vec<OwnedEntry>, AppError> {
    let mut entries = Vec::new();
    for texts in cards::texts(tx, customer)? {
        let texts: Vec<(String, String)> = serde_json::from_str(&texts)
            .map_err(|e| AppError::Internal(format!("stored texts of a card: {e}")))?;
        entries.extend(texts.into_iter().map(|(word, text)| {
            let known = FIELDS.iter().find(|(known, _)| *known == word);
            let field = known.map_or(Field::Other, |(_, field)| *field);
            OwnedEntry { field, text }
        }));
    }
    Ok(entries)
}

/// The texts of classes P0 and P1 as stored beside the card.
pub(super) fn texts(form: &Form, answers: &Answers) -> String {
    let word = |path: &str| match form.field_at(path).map(|f| &f.kind) {
        Some(Kind::Person(_)) => "person",
        Some(Kind::Customer(_)) => "company",
        Some(Kind::Phone(_)) => "phone",
        Some(Kind::Email(_)) => "email",
        Some(Kind::Uscc(_)) => "uscc",
        Some(Kind::Address(_)) => "address",
        _ => "other",
    };
    let texts = form.search_text(answers).into_iter();
    let texts = texts.map(|(path, text)| serde_json::json!([word(&path), text]));
    texts.collect::<serde_json::Value>().to_string()
}

/// Replaces the indexed values of a card's answers.
pub(super) fn values(
    tx: &mut Tx,
    form: &Form,
    card: &Card,
    answers: &Answers,
) -> Result<(), StoreError> {
    cards::remove_values(tx, card.id.as_str())?;
    insert(tx, card, card.id.as_str(), form.indexed(answers))
}

/// Adds the indexed values of a row.
pub(super) fn row_values(
    tx: &mut Tx,
    form: &Form,
    card: &Card,
    repeat: &str,
    row: &Row,
) -> Result<(), StoreError> {
    let mut answers = Answers::default();
    answers.set(repeat, Answer::Given(Value::Rows(vec![row.clone()])));
    insert(tx, card, &row.id, form.indexed(&answers))
}

fn insert(tx: &mut Tx, card: &Card, holder: &str, indexed: Vec<Indexed>) -> Result<(), StoreError> {
    let mut places = BTreeMap::<String, i64>::new();
    let place = |Indexed { path, value }: Indexed| {
        let next = places.entry(path.clone()).or_default();
        let place = *next;
        *next += 1;
        NewValue {
            field: path,
            place,
            value: match value {
                IndexedValue::Text(text) => Scalar::Text(text),
                IndexedValue::Number(number) => Scalar::Number(number),
                IndexedValue::Date(date) => Scalar::Date(date),
            },
        }
    };
    let values: Vec<NewValue> = indexed.into_iter().map(place).collect();
    let of = (&card.id, &card.customer_id, card.form.as_str());
    cards::insert_values(tx, of, holder, &values)
}
