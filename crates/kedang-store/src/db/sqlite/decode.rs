//! Reading a SQLite column as exactly the type asked for; SQLite itself would convert.

use rusqlite::Row;
use rusqlite::types::ValueRef;

use crate::db::row::mismatch;
use crate::db::{StoreError, Value};

type Read<T> = Result<Option<T>, StoreError>;

fn value<'r>(row: &'r Row<'_>, index: usize) -> Result<ValueRef<'r>, StoreError> {
    row.get_ref(index)
        .map_err(|error| StoreError::Type(error.to_string()))
}

fn refuse<T>(index: usize, found: ValueRef<'_>, wanted: &str) -> Read<T> {
    Err(mismatch(index, &found.data_type().to_string(), wanted))
}

pub(in crate::db) fn int(row: &Row<'_>, index: usize) -> Read<i64> {
    match value(row, index)? {
        ValueRef::Null => Ok(None),
        ValueRef::Integer(found) => Ok(Some(found)),
        other => refuse(index, other, "a whole number"),
    }
}

pub(in crate::db) fn real(row: &Row<'_>, index: usize) -> Read<f64> {
    match value(row, index)? {
        ValueRef::Null => Ok(None),
        ValueRef::Real(found) => Ok(Some(found)),
        other => refuse(index, other, "a float8"),
    }
}

pub(in crate::db) fn boolean(row: &Row<'_>, index: usize) -> Read<bool> {
    match value(row, index)? {
        ValueRef::Null => Ok(None),
        ValueRef::Integer(0) => Ok(Some(false)),
        ValueRef::Integer(1) => Ok(Some(true)),
        other => refuse(index, other, "a truth value"),
    }
}

pub(in crate::db) fn text<'r>(row: &'r Row<'_>, index: usize) -> Read<&'r str> {
    match value(row, index)? {
        ValueRef::Null => Ok(None),
        ValueRef::Text(found) => std::str::from_utf8(found)
            .map(Some)
            .map_err(|error| StoreError::Type(format!("column {index} is not UTF-8: {error}"))),
        other => refuse(index, other, "text"),
    }
}

pub(in crate::db) fn blob<'r>(row: &'r Row<'_>, index: usize) -> Read<&'r [u8]> {
    match value(row, index)? {
        ValueRef::Null => Ok(None),
        ValueRef::Blob(found) => Ok(Some(found)),
        other => refuse(index, other, "bytes"),
    }
}

/// Every column as what it holds.
pub(in crate::db) fn values(row: &Row<'_>) -> Result<Vec<Value>, StoreError> {
    let one = |index| match value(row, index)? {
        ValueRef::Null => Ok(Value::Null),
        ValueRef::Integer(found) => Ok(Value::Int(found)),
        ValueRef::Real(found) => Ok(Value::Real(found)),
        ValueRef::Text(_) => Ok(text(row, index)?.into()),
        ValueRef::Blob(found) => Ok(found.into()),
    };
    (0..row.as_ref().column_count()).map(one).collect()
}
