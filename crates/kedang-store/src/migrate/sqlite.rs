//! Migrating a data folder.

use std::fs::DirBuilder;
use std::io;
use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OptionalExtension};

use super::ledger::{self, Applied};
use super::{Migrated, Migration, copy};
use crate::db::sqlite::open;
use crate::db::{Failure, StoreError};
use crate::dialect::error;

pub(super) fn migrate(
    folder: &Path,
    list: &[Migration],
    at_us: i64,
) -> Result<Migrated, StoreError> {
    private_folder(folder)
        .map_err(|error| StoreError::Unavailable(format!("the data folder: {error}")))?;
    let conn = open::open(&open::file(folder), true)?;
    // A step may rebuild a table others refer to; the references are checked before the commit.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, false)
        .map_err(error::sqlite_open)?;
    run(&conn, "begin immediate")?;
    let migrated = steps(&conn, folder, list, at_us);
    let end = if migrated.is_ok() {
        "commit"
    } else {
        "rollback"
    };
    if conn.is_autocommit() {
        return migrated;
    }
    run(&conn, end)?;
    migrated
}

/// Makes the folder for its owner alone: dossiers lie in it in the clear.
fn private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// What the folder's database has had; nothing if there is none.
pub(super) fn applied(folder: &Path) -> Result<Vec<Applied>, StoreError> {
    let file = open::file(folder);
    if !file.exists() {
        return Ok(Vec::new());
    }
    had(&open::open(&file, false)?)
}

fn steps(
    conn: &Connection,
    folder: &Path,
    list: &[Migration],
    at_us: i64,
) -> Result<Migrated, StoreError> {
    let applied = had(conn)?;
    let pending = ledger::pending(&applied, list)?;
    let (from, to) = (ledger::newest(&applied), ledger::known(list));
    let copy = if from > 0 && !pending.is_empty() {
        Some(copy::copy(folder, to, at_us)?)
    } else {
        None
    };
    run(conn, ledger::TABLE)?;
    for migration in pending {
        run(conn, migration.sqlite)?;
        conn.execute(ledger::APPLY, (migration.number, migration.name, at_us))
            .map_err(|failed| said(conn, ledger::APPLY, failed))?;
    }
    if !pending.is_empty() {
        let check = "select \"table\" from pragma_foreign_key_check limit 1";
        let dangling: Option<String> = conn
            .query_row(check, [], |row| row.get(0))
            .optional()
            .map_err(|failed| said(conn, check, failed))?;
        if let Some(table) = dangling {
            let message = format!("the migration leaves a row of {table} without its other");
            return Err(StoreError::Unsupported(message));
        }
    }
    Ok(Migrated { from, to, copy })
}

fn had(conn: &Connection) -> Result<Vec<Applied>, StoreError> {
    let tables = "select count(*), coalesce(sum(name = 'migrations'), 0) from sqlite_schema \
                  where type = 'table'";
    let (all, ours): (i64, i64) = conn
        .query_row(tables, [], |row| Ok((row.get(0)?, row.get(1)?)))
        .map_err(|failed| said(conn, tables, failed))?;
    match (all, ours) {
        (0, _) => return Ok(Vec::new()),
        (_, 0) => {
            return Err(StoreError::Unsupported(
                "kedang.db belongs to another program".into(),
            ));
        }
        _ => {}
    }
    let rows: Vec<(i64, String)> = conn
        .prepare(ledger::APPLIED)
        .and_then(|mut statement| {
            statement
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect()
        })
        .map_err(|failed| said(conn, ledger::APPLIED, failed))?;
    rows.into_iter()
        .map(|(found, name)| Ok((ledger::number(found)?, name)))
        .collect()
}

fn run(conn: &Connection, sql: &str) -> Result<(), StoreError> {
    conn.execute_batch(sql)
        .map_err(|failed| said(conn, sql, failed))
}

fn said(conn: &Connection, sql: &str, failed: rusqlite::Error) -> StoreError {
    let Failure { error, .. } = error::sqlite(conn, sql, failed);
    error
}
