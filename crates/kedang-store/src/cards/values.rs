//! The indexed answers of cards and rows, one plain value each, for filters.

use kedang_core::{CardId, CustomerId};

use crate::db::{Kind, StoreError, Tx, Value, statements};

statements! {
    INSERT = "insert into card_values (holder_id, field, place, card_id, customer_id, form_key, text_value, number_value, date_value) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    REMOVE = "delete from card_values where holder_id = $1";
}

/// A value by the column it goes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scalar {
    /// Text or option code.
    Text(String),
    /// Scaled number, or 分.
    Number(i64),
    /// Date as stored.
    Date(String),
}

/// A value to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewValue {
    /// Field key or `repeat.column`.
    pub field: String,
    /// Counted from 0 within holder and field.
    pub place: i64,
    /// The value.
    pub value: Scalar,
}

/// Stores the values of `holder`: a card or a row of it.
///
/// # Errors
/// When the database fails.
pub fn insert(
    tx: &mut Tx,
    (card, customer, form): (&CardId, &CustomerId, &str),
    holder: &str,
    values: &[NewValue],
) -> Result<(), StoreError> {
    let rows: Vec<[Value; 9]> = values
        .iter()
        .map(|new| {
            let (mut text, mut number, mut date) = (Value::Null, Value::Null, Value::Null);
            match &new.value {
                Scalar::Text(value) => text = value.as_str().into(),
                Scalar::Number(value) => number = (*value).into(),
                Scalar::Date(value) => date = value.as_str().into(),
            }
            [
                holder.into(),
                new.field.as_str().into(),
                new.place.into(),
                card.as_str().into(),
                customer.as_str().into(),
                form.into(),
                text,
                number,
                date,
            ]
        })
        .collect();
    let kinds = [
        Kind::Text,
        Kind::Text,
        Kind::Int,
        Kind::Text,
        Kind::Text,
        Kind::Text,
        Kind::Text,
        Kind::Int,
        Kind::Text,
    ];
    tx.insert_many(INSERT, &kinds, &rows)?;
    Ok(())
}

/// Takes the values of a card or a row out.
///
/// # Errors
/// When the database fails.
pub fn remove(tx: &mut Tx, holder: &str) -> Result<(), StoreError> {
    tx.execute(REMOVE, &[holder.into()])?;
    Ok(())
}
