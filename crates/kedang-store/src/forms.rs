//! Published forms: one row per version, which never changes.

use kedang_core::access::Reach;

use crate::db::{StoreError, Tx, statements};
use crate::filter::cards_of_form;

statements! {
    ALL = "select key, version, definition from forms order by key, version";
    NEWEST = "select key, cast(max(version) as bigint) from forms group by key order by key";
    VERSION = "select cast(max(version) as bigint) from forms where key = $1";
    FIND = "select definition from forms where key = $1 and version = $2";
    INSERT = "insert into forms (key, version, definition, published_at) values ($1, $2, $3, $4)";
}

/// A published version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The key of the form.
    pub key: String,
    /// Its version, from 1.
    pub version: i64,
    /// The definition as canonical JSON.
    pub definition: String,
}

/// Every version of every form, oldest first.
///
/// # Errors
/// When the database fails.
pub fn all(tx: &mut Tx) -> Result<Vec<Published>, StoreError> {
    let mut found = Vec::new();
    tx.each(ALL, &[], |row| {
        found.push(Published {
            key: row.get(0)?,
            version: row.get(1)?,
            definition: row.get(2)?,
        });
        Ok(())
    })?;
    Ok(found)
}

/// The key of every form with its newest version, by key.
///
/// # Errors
/// When the database fails.
pub fn newest(tx: &mut Tx) -> Result<Vec<(String, i64)>, StoreError> {
    tx.query(NEWEST, &[], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The newest version of a form.
///
/// # Errors
/// When the database fails.
pub fn version(tx: &mut Tx, key: &str) -> Result<Option<i64>, StoreError> {
    let found = tx.first(VERSION, &[key.into()], |row| row.get::<Option<i64>>(0))?;
    Ok(found.flatten())
}

/// How many cards of a form lie in dossiers within `reach`, up to `cap`.
///
/// # Errors
/// When the database fails.
pub fn cards(tx: &mut Tx, reach: &Reach, now: i64, key: &str, cap: u32) -> Result<i64, StoreError> {
    let (sql, args) = cards_of_form(reach, now, key, cap);
    Ok(tx.first(&sql, &args, |row| row.get(0))?.unwrap_or(0))
}

/// The definition of one version.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Tx, key: &str, version: i64) -> Result<Option<String>, StoreError> {
    tx.first(FIND, &[key.into(), version.into()], |row| row.get(0))
}

/// Publishes a version at `at` (µs).
///
/// # Errors
/// A unique constraint when the version is there already.
pub fn insert(tx: &mut Tx, new: &Published, at: i64) -> Result<(), StoreError> {
    let args = [
        new.key.as_str().into(),
        new.version.into(),
        new.definition.as_str().into(),
        at.into(),
    ];
    tx.execute(INSERT, &args)?;
    Ok(())
}
