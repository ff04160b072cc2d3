//! One row of a result, read by position.

use super::postgres::decode;
use super::sqlite::decode as lite;
use super::{StoreError, Value};

/// A row while its statement is being read.
pub struct Row<'a>(Inner<'a>);

enum Inner<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a postgres::Row),
}

impl<'a> Row<'a> {
    pub(super) fn sqlite(row: &'a rusqlite::Row<'a>) -> Self {
        Row(Inner::Sqlite(row))
    }

    pub(super) fn postgres(row: &'a postgres::Row) -> Self {
        Row(Inner::Postgres(row))
    }

    /// The value of column `index`, counted from 0.
    ///
    /// # Errors
    /// [`StoreError::Type`] if the column has another type, is NULL and `T` is no `Option`, or is
    /// not there.
    pub fn get<T: Column>(&self, index: usize) -> Result<T, StoreError> {
        T::read(self, index)
    }

    /// The value of the last column.
    pub(super) fn last<T: Column>(&self) -> Result<T, StoreError> {
        let columns = match self.0 {
            Inner::Sqlite(row) => row.as_ref().column_count(),
            Inner::Postgres(row) => row.len(),
        };
        self.get(columns.saturating_sub(1))
    }

    /// All columns, each as what it holds; a truth value is the whole number 0 or 1, as `SQLite`
    /// has it, so that both engines say the same.
    ///
    /// # Errors
    /// [`StoreError::Type`] for a type that no column of ours has.
    pub(crate) fn values(&self) -> Result<Vec<Value>, StoreError> {
        match self.0 {
            Inner::Sqlite(row) => lite::values(row),
            Inner::Postgres(row) => decode::values(row),
        }
    }

    /// The text of column `index` without copying it.
    ///
    /// # Errors
    /// As [`Row::get`].
    pub fn text(&self, index: usize) -> Result<&str, StoreError> {
        match self.0 {
            Inner::Sqlite(row) => lite::text(row, index),
            Inner::Postgres(row) => decode::text(row, index),
        }?
        .ok_or_else(|| missing(index))
    }
}

/// A Rust type a column can be read as: `i64`, `f64`, `bool`, `String`, `Vec<u8>` and `Option`s of
/// them.
pub trait Column: Sized {
    /// Reads column `index` of `row`.
    ///
    /// # Errors
    /// [`StoreError::Type`] if it is of another type.
    fn read(row: &Row<'_>, index: usize) -> Result<Self, StoreError>;
}

macro_rules! column {
    ($($rust:ty: $read:ident, $made:expr;)*) => {
        $(
            impl Column for $rust {
                fn read(row: &Row<'_>, index: usize) -> Result<Self, StoreError> {
                    Option::<$rust>::read(row, index)?.ok_or_else(|| missing(index))
                }
            }

            impl Column for Option<$rust> {
                fn read(row: &Row<'_>, index: usize) -> Result<Self, StoreError> {
                    let found = match row.0 {
                        Inner::Sqlite(row) => lite::$read(row, index),
                        Inner::Postgres(row) => decode::$read(row, index),
                    }?;
                    Ok(found.map($made))
                }
            }
        )*
    };
}

column! {
    i64: int, |value| value;
    f64: real, |value| value;
    bool: boolean, |value| value;
    String: text, str::to_owned;
    Vec<u8>: blob, <[u8]>::to_vec;
}

fn missing(index: usize) -> StoreError {
    StoreError::Type(format!("column {index} is NULL"))
}

/// The error of a column that holds something else than `wanted`.
pub(super) fn mismatch(index: usize, found: &str, wanted: &str) -> StoreError {
    StoreError::Type(format!("column {index} is {found}, not {wanted}"))
}
