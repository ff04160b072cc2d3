//! Opening `kedang.db` with the settings every connection has.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::db::StoreError;
use crate::dialect::error;

/// The database file of a data folder.
pub(crate) fn file(folder: &Path) -> PathBuf {
    folder.join("kedang.db")
}

/// Opens a database file. With `create`, makes it if it is absent.
///
/// WAL with `synchronous=FULL`: what was acknowledged survives a power cut. Double-quoted strings
/// are off, so that a misspelt column is an error as it is on PostgreSQL. Plans are stable (QPSG):
/// without it SQLite compiles a cached statement anew whenever it is bound to another value, which
/// cost half of a point read. 16 MB of pages a connection are for what lies beyond the 256 MB that
/// are mapped; the log is carried over every 4,000 pages rather than every 1,000, for the pages of
/// many writes are the same ones.
///
/// # Errors
/// [`StoreError::Unavailable`] if the file cannot be opened, [`StoreError::Unsupported`] if it is
/// no database.
pub(crate) fn open(path: &Path, create: bool) -> Result<Connection, StoreError> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if create {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let conn = Connection::open_with_flags(path, flags).map_err(error::sqlite_open)?;
    set_up(&conn).map_err(error::sqlite_open)?;
    Ok(conn)
}

fn set_up(conn: &Connection) -> rusqlite::Result<()> {
    conn.busy_timeout(Duration::from_secs(10))?;
    for (switch, on) in [
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true),
    ] {
        conn.set_db_config(switch, on)?;
    }
    conn.execute_batch(
        "pragma journal_mode = wal; pragma synchronous = full; pragma mmap_size = 268435456; pragma cache_size = -16384; pragma wal_autocheckpoint = 4000;",
    )?;
    conn.set_prepared_statement_cache_capacity(256);
    Ok(())
}

/// Until when a connection's statements may run; checked by SQLite every few thousand steps.
pub(super) struct Limit {
    start: Instant,
    until: Arc<AtomicU64>,
}

impl Limit {
    /// How many steps of SQLite's machine lie between two looks at the clock: some 50 µs, and a
    /// keyed read never gets there.
    const STEPS: i32 = 5_000;

    /// Installs the check on a connection, at first without a limit.
    pub(super) fn on(conn: &mut Connection) -> rusqlite::Result<Self> {
        let (start, until) = (Instant::now(), Arc::new(AtomicU64::new(u64::MAX)));
        let watched = Arc::clone(&until);
        conn.progress_handler(
            Self::STEPS,
            Some(move || start.elapsed().as_micros() > watched.load(Ordering::Relaxed).into()),
        )?;
        Ok(Limit { start, until })
    }

    /// Lets statements run until `deadline`.
    pub(super) fn set(&self, deadline: Instant) {
        let micros = deadline.saturating_duration_since(self.start).as_micros();
        self.until
            .store(u64::try_from(micros).unwrap_or(u64::MAX), Ordering::Relaxed);
    }

    /// Lets statements run for ever: nothing of a commit may be cut off.
    pub(super) fn lift(&self) {
        self.until.store(u64::MAX, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::StatementStatus;

    use super::*;

    #[test]
    fn a_cached_statement_is_compiled_once_whatever_it_is_bound_to() {
        let folder = tempfile::tempdir().unwrap();
        let conn = open(&file(folder.path()), true).unwrap();
        // A partial index is what makes SQLite look at the values: ours are of this shape.
        conn.execute_batch(
            "create table things (id text primary key, kind text not null, name text);
             create index open_things on things (name) where kind = 'open'",
        )
        .unwrap();
        let find = "select id from things where kind = $1 and name = $2";
        for (id, kind) in [("a", "open"), ("b", "shut"), ("c", "open")] {
            let mut statement = conn.prepare_cached(find).unwrap();
            assert!(!statement.exists([kind, id]).unwrap());
            assert_eq!(statement.get_status(StatementStatus::RePrepare), 0, "{id}");
        }
    }
}
