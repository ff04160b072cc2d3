//! Brings a database from any older schema to the program's own, and refuses a newer one.

pub(crate) mod copy;
pub(crate) mod ledger;
mod list;
pub(crate) mod postgres;
mod sqlite;

use std::path::PathBuf;

pub(crate) use list::MIGRATIONS;

use crate::db::{Place, StoreError};

/// One step of the schema: the same change in the words of both engines.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// Its number: 1, 2, 3 … without a gap.
    pub number: u32,
    /// What it brings, in a word or two; the file's name behind the number.
    pub name: &'static str,
    /// The statements for SQLite.
    pub sqlite: &'static str,
    /// The statements for PostgreSQL.
    pub postgres: &'static str,
}

/// What [`migrate`] did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Migrated {
    /// The schema before; 0 was an empty database.
    pub from: u32,
    /// The schema now.
    pub to: u32,
    /// The copy of the SQLite file made before, if there was something to lose.
    pub copy: Option<PathBuf>,
}

/// Brings a place to the program's schema; creates folder and database if they are absent.
///
/// All steps happen in one transaction under a lock that keeps other processes out: either the
/// schema is the new one or nothing changed. A SQLite file that is not empty is copied to
/// `backups/` before. `at_us` is the time now in UTC µs.
///
/// # Errors
/// [`StoreError::SchemaNewer`], [`StoreError::SchemaDiffers`]; [`StoreError::Busy`] if another
/// process holds the database; what the engine says about a step.
pub fn migrate(place: &Place, at_us: i64) -> Result<Migrated, StoreError> {
    migrate_list(place, MIGRATIONS, at_us)
}

/// [`migrate`] with another list, for tests that need an older schema.
///
/// # Errors
/// As [`migrate`].
pub fn migrate_list(place: &Place, list: &[Migration], at_us: i64) -> Result<Migrated, StoreError> {
    match place {
        Place::Folder(folder) => sqlite::migrate(folder, list, at_us),
        Place::Postgres(url) => postgres::migrate(url, list, at_us),
    }
}

/// The product's migrations, for tests that begin at an older one.
#[cfg(feature = "scratch")]
#[must_use]
pub fn migrations() -> &'static [Migration] {
    MIGRATIONS
}

/// What [`migrate`] would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// The schema of the data; 0 is an empty or absent database.
    pub from: u32,
    /// The newest schema this program knows.
    pub to: u32,
    /// Names of the steps that would be taken, in their order.
    pub pending: Vec<&'static str>,
}

/// Says what [`migrate`] would do, and changes nothing.
///
/// # Errors
/// As [`migrate`].
pub fn outlook(place: &Place) -> Result<Outlook, StoreError> {
    let applied = applied(place)?;
    let pending = ledger::pending(&applied, MIGRATIONS)?;
    Ok(Outlook {
        from: ledger::newest(&applied),
        to: ledger::known(MIGRATIONS),
        pending: pending.iter().map(|step| step.name).collect(),
    })
}

/// The newest schema this program knows.
#[must_use]
pub fn known_schema() -> u32 {
    ledger::known(MIGRATIONS)
}

fn applied(place: &Place) -> Result<Vec<ledger::Applied>, StoreError> {
    match place {
        Place::Folder(folder) => sqlite::applied(folder),
        Place::Postgres(url) => postgres::applied(url),
    }
}

/// Checks that a place has exactly the schema `list` leads to.
pub(crate) fn check(place: &Place, list: &[Migration]) -> Result<(), StoreError> {
    let applied = applied(place)?;
    if ledger::pending(&applied, list)?.is_empty() {
        return Ok(());
    }
    Err(StoreError::SchemaOlder {
        found: ledger::newest(&applied),
        known: ledger::known(list),
    })
}
