//! A copy of the whole database as it stands in one moment, taken while others write, and the way
//! back. SQLite is copied as its file, PostgreSQL table by table as text.

mod postgres;
mod sqlite;

pub(crate) use postgres::{REFERENCES, looked, ordered};

use std::path::Path;
use std::time::Duration;

use crate::db::{Place, StoreError, Tx, statements};
use crate::migrate;

statements! {
    FORGET_SESSIONS = "delete from sessions";
    FORGET_SETUP_LINKS = "delete from setup_links";
    FORGET_STAFF_LINKS = "delete from staff_links";
}

/// How long a copy and the look at it may take.
pub(crate) const LIMIT: Duration = Duration::from_secs(6 * 3_600);

/// The folder of a PostgreSQL copy's tables.
pub const TABLES: &str = "tables";

/// What was copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// The schema of the data.
    pub schema: u32,
    /// The files written, relative to the folder, parted by `/`.
    pub files: Vec<String>,
}

/// Copies the database of `place` into `folder`: `kedang.db`, or `tables/<table>.copy`. `look` reads
/// exactly what was copied.
///
/// # Errors
/// Those of `look`; [`StoreError::SchemaOlder`] and [`StoreError::SchemaNewer`];
/// [`StoreError::Full`]; [`StoreError::Unavailable`] when either side cannot be used.
pub fn take<T: Send, E: From<StoreError> + Send>(
    place: &Place,
    folder: &Path,
    look: impl FnOnce(&mut Tx) -> Result<T, E> + Send,
) -> Result<(Copied, T), E> {
    migrate::check(place, migrate::MIGRATIONS)?;
    match place {
        Place::Folder(data) => sqlite::take(data, folder, look),
        Place::Postgres(url) => postgres::take(url, folder, look),
    }
}

/// Whether nothing is in a place: no folder or an empty one, a database without tables.
///
/// # Errors
/// What the engine says when it cannot be asked.
pub fn is_empty(place: &Place) -> Result<bool, StoreError> {
    match place {
        Place::Folder(folder) => sqlite::is_empty(folder),
        Place::Postgres(url) => postgres::is_empty(url),
    }
}

/// Brings what [`take`] copied into a place, and to this program's schema. On SQLite the place is a
/// folder that holds the copied `kedang.db`; on PostgreSQL it is an empty database, and `from` holds
/// the tables. `look` may read and write what came back; when it fails, PostgreSQL is as it was.
/// `at_us` is the time now in UTC µs.
///
/// # Errors
/// Those of `look`; what the engine says about a row.
pub fn put_back<T: Send, E: From<StoreError> + Send>(
    place: &Place,
    (from, schema): (&Path, u32),
    at_us: i64,
    look: impl FnOnce(&mut Tx) -> Result<T, E> + Send,
) -> Result<T, E> {
    match place {
        Place::Folder(folder) => sqlite::put_back(folder, at_us, look),
        Place::Postgres(url) => postgres::put_back(url, (from, schema), at_us, look),
    }
}

/// Ends every session and takes back every one-time link: some may have been ended after the copy
/// was made, and would come to life again with it.
///
/// # Errors
/// When the database fails.
pub fn forget_sessions(tx: &mut Tx) -> Result<(), StoreError> {
    for text in [FORGET_SESSIONS, FORGET_SETUP_LINKS, FORGET_STAFF_LINKS] {
        tx.execute(text, &[])?;
    }
    Ok(())
}
