//! A SQLite file is copied as a whole through SQLite's backup interface.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::time::Instant;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::{Copied, LIMIT};
use crate::db::sqlite::open;
use crate::db::{Over, Place, StoreError, Tx};
use crate::dialect::error;
use crate::migrate::{self, copy};

pub(super) fn take<T, E: From<StoreError>>(
    data: &Path,
    folder: &Path,
    look: impl FnOnce(&mut Tx) -> Result<T, E>,
) -> Result<(Copied, T), E> {
    let target = open::file(folder);
    let source = open::open(&open::file(data), false)?;
    copy::fill(&source, &target).map_err(copying)?;
    drop(source);
    File::open(&target)
        .and_then(|file| file.sync_all())
        .map_err(|error| StoreError::Unavailable(format!("the copy: {error}")))?;
    let schema = migrate::known_schema();
    let conn = read_only(&target).map_err(error::sqlite_open)?;
    conn.execute_batch("begin").map_err(error::sqlite_open)?;
    let seen = look(&mut Tx::new(Over::Sqlite(&conn), Instant::now() + LIMIT))?;
    drop(conn);
    let files = vec!["kedang.db".to_owned()];
    Ok((Copied { schema, files }, seen))
}

/// Opens a file that nobody writes to, and leaves every byte of it as it is.
fn read_only(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    Ok(conn)
}

fn copying(failed: rusqlite::Error) -> StoreError {
    if failed.sqlite_error_code() == Some(rusqlite::ErrorCode::DiskFull) {
        return StoreError::Full;
    }
    error::sqlite_open(failed)
}

pub(super) fn is_empty(folder: &Path) -> Result<bool, StoreError> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Ok(false),
        Err(error) => Err(StoreError::Unavailable(format!("the folder: {error}"))),
    }
}

pub(super) fn put_back<T, E: From<StoreError>>(
    folder: &Path,
    at_us: i64,
    look: impl FnOnce(&mut Tx) -> Result<T, E>,
) -> Result<T, E> {
    migrate::migrate(&Place::Folder(folder.to_owned()), at_us)?;
    let conn = open::open(&open::file(folder), false)?;
    conn.execute_batch("begin immediate")
        .map_err(error::sqlite_open)?;
    let seen = look(&mut Tx::new(Over::Sqlite(&conn), Instant::now() + LIMIT))?;
    conn.execute_batch("commit").map_err(error::sqlite_open)?;
    // The last connection takes the log with it.
    conn.close()
        .map_err(|(_, failed)| error::sqlite_open(failed))?;
    Ok(seen)
}
