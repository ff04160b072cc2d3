//! Settings of the company, one row per key.

use crate::db::{StoreError, Tx, statements};

statements! {
    FIND = "select value from settings where key = $1";
    PUT = "insert into settings (key, value, created_at, updated_at, version) values ($1, $2, $3, $3, 1) on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at, version = settings.version + 1";
}

/// The value of a setting, if somebody set it.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Tx, key: &str) -> Result<Option<String>, StoreError> {
    tx.first(FIND, &[key.into()], |row| row.get(0))
}

/// Sets a value at `at` (µs).
///
/// # Errors
/// When the database fails.
pub fn put(tx: &mut Tx, key: &str, value: &str, at: i64) -> Result<(), StoreError> {
    tx.execute(PUT, &[key.into(), value.into(), at.into()])?;
    Ok(())
}
