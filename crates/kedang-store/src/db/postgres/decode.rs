//! Reading a PostgreSQL column as exactly the type asked for.

use std::error::Error;

use postgres::Row;
use postgres::types::{FromSql, Type};

use crate::db::row::mismatch;
use crate::db::{StoreError, Value};

type Read<T> = Result<Option<T>, StoreError>;

/// The bytes of a column as the server sent them.
struct Raw<'r>(&'r [u8]);

impl<'r> FromSql<'r> for Raw<'r> {
    fn from_sql(_: &Type, raw: &'r [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Raw(raw))
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

fn raw(row: &Row, index: usize) -> Result<(&Type, Option<&[u8]>), StoreError> {
    let column = row
        .columns()
        .get(index)
        .ok_or_else(|| StoreError::Type(format!("there is no column {index}")))?;
    let bytes: Option<Raw<'_>> = row
        .try_get(index)
        .map_err(|error| StoreError::Type(error.to_string()))?;
    Ok((column.type_(), bytes.map(|raw| raw.0)))
}

/// Reads a column of a fixed width.
fn fixed<const N: usize>(index: usize, bytes: Option<&[u8]>) -> Read<[u8; N]> {
    bytes
        .map(|bytes| {
            bytes
                .try_into()
                .map_err(|error| StoreError::Type(format!("column {index}: {error}")))
        })
        .transpose()
}

pub(in crate::db) fn int(row: &Row, index: usize) -> Read<i64> {
    let (found, bytes) = raw(row, index)?;
    match *found {
        Type::INT8 => Ok(fixed(index, bytes)?.map(i64::from_be_bytes)),
        Type::INT4 => Ok(fixed(index, bytes)?.map(|bytes| i32::from_be_bytes(bytes).into())),
        Type::INT2 => Ok(fixed(index, bytes)?.map(|bytes| i16::from_be_bytes(bytes).into())),
        _ => Err(mismatch(index, found.name(), "a whole number")),
    }
}

pub(in crate::db) fn real(row: &Row, index: usize) -> Read<f64> {
    let (found, bytes) = raw(row, index)?;
    match *found {
        Type::FLOAT8 => Ok(fixed(index, bytes)?.map(f64::from_be_bytes)),
        _ => Err(mismatch(index, found.name(), "a float8")),
    }
}

pub(in crate::db) fn boolean(row: &Row, index: usize) -> Read<bool> {
    let (found, bytes) = raw(row, index)?;
    match *found {
        Type::BOOL => Ok(fixed(index, bytes)?.map(|[byte]| byte != 0)),
        _ => Err(mismatch(index, found.name(), "a truth value")),
    }
}

pub(in crate::db) fn text(row: &Row, index: usize) -> Read<&str> {
    let (found, bytes) = raw(row, index)?;
    let bytes = match *found {
        Type::TEXT | Type::VARCHAR | Type::NAME => bytes,
        // Behind the version byte of the binary form.
        Type::JSONB => bytes.map(|bytes| bytes.get(1..).unwrap_or_default()),
        _ => return Err(mismatch(index, found.name(), "text")),
    };
    bytes
        .map(std::str::from_utf8)
        .transpose()
        .map_err(|error| StoreError::Type(format!("column {index} is not UTF-8: {error}")))
}

pub(in crate::db) fn blob(row: &Row, index: usize) -> Read<&[u8]> {
    let (found, bytes) = raw(row, index)?;
    match *found {
        Type::BYTEA => Ok(bytes),
        _ => Err(mismatch(index, found.name(), "bytes")),
    }
}

/// Every column as what it holds; a truth value as 0 or 1.
pub(in crate::db) fn values(row: &Row) -> Result<Vec<Value>, StoreError> {
    let one = |index| {
        let (found, _) = raw(row, index)?;
        match *found {
            Type::INT8 | Type::INT4 | Type::INT2 => Ok(int(row, index)?.into()),
            Type::BOOL => Ok(boolean(row, index)?.map(i64::from).into()),
            Type::FLOAT8 => Ok(real(row, index)?.into()),
            Type::BYTEA => Ok(blob(row, index)?.into()),
            _ => Ok(text(row, index)?.into()),
        }
    };
    (0..row.len()).map(one).collect()
}
