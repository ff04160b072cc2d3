//! Filling a data folder: the file is nobody's yet, so references are checked when all is in.

use std::fs;
use std::path::Path;
use std::time::Instant;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OptionalExtension};

use super::intake::Side;
use super::{Broken, Intake, Refused, Table, wanted};
use crate::backup::LIMIT;
use crate::db::sqlite::open;
use crate::db::sqlite::statement::repeat;
use crate::db::{ConstraintKind, Over, Place, StoreError, Tx, Value, kind_of};
use crate::dialect::error;
use crate::migrate::{Migration, migrate, migrate_list};

const COLUMNS: &str = "select t.name, c.name, c.type from pragma_table_list t, pragma_table_info(t.name) c \
     where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite!_%' escape '!' order by t.name, c.cid";

/// Rows came into empty tables in the order of their lines, so that a row's number is its line.
const DANGLING: &str =
    "select f.\"table\", f.rowid, f.parent from pragma_foreign_key_check f limit 1";

/// Takes the copy away that was only read.
pub(super) fn forget(scratch: &Path) -> Result<(), StoreError> {
    fs::remove_file(open::file(scratch))
        .map_err(|error| StoreError::Unavailable(format!("the copy: {error}")))
}

pub(super) fn settle<T, E: From<StoreError>>(
    folder: &Path,
    (had, at_us): (&[Migration], i64),
    fill: impl FnOnce(&mut Intake) -> Result<(), E>,
    look: impl FnOnce(&mut Tx) -> Result<T, E>,
) -> Result<T, E> {
    let place = Place::Folder(folder.to_owned());
    migrate_list(&place, had, at_us)?;
    let conn = open::open(&open::file(folder), false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, false)
        .map_err(error::sqlite_open)?;
    run(&conn, "begin immediate")?;
    let tables = wanted(columns(&conn).map_err(error::sqlite_open)?);
    for table in &tables {
        run(&conn, &format!("delete from {}", table.name))?;
    }
    let side = Side::Sqlite(&conn);
    fill(&mut Intake { side, tables })?;
    run(&conn, "commit")?;
    close(conn)?;
    migrate(&place, at_us)?;
    let conn = open::open(&open::file(folder), false)?;
    run(&conn, "begin immediate")?;
    let seen = look(&mut Tx::new(Over::Sqlite(&conn), Instant::now() + LIMIT))?;
    run(&conn, "commit")?;
    close(conn)?;
    Ok(seen)
}

/// The last connection takes the log with it.
fn close(conn: Connection) -> Result<(), StoreError> {
    conn.close()
        .map_err(|(_, failed)| error::sqlite_open(failed))
}

fn run(conn: &Connection, sql: &str) -> Result<(), StoreError> {
    conn.execute_batch(sql)
        .map_err(|failed| error::sqlite(conn, sql, failed).error)
}

fn columns(conn: &Connection) -> rusqlite::Result<Vec<(String, String, crate::ColumnKind)>> {
    let mut statement = conn.prepare(COLUMNS)?;
    let rows = statement.query_map([], |row| {
        Ok((row.get(0)?, row.get(1)?, kind_of(&row.get::<_, String>(2)?)))
    })?;
    rows.collect()
}

pub(super) fn take<E>(
    conn: &Connection,
    table: &Table,
    rows: &mut dyn Iterator<Item = Result<Vec<Value>, E>>,
) -> Result<u64, Broken<E>> {
    let places: Vec<String> = (1..=table.columns.len()).map(|n| format!("${n}")).collect();
    let (name, list) = (&table.name, table.list());
    let sql = format!("insert into {name} ({list}) values ({})", places.join(", "));
    let mut line = 0;
    for row in rows {
        line += 1;
        let row = row.map_err(Broken::Source)?;
        let Err(failure) = repeat(conn, &sql, &[row]) else {
            continue;
        };
        return Err(match failure.error {
            StoreError::Constraint { kind, .. } if kind != ConstraintKind::ForeignKey => {
                Broken::Row(refused(name, line))
            }
            StoreError::Type(_) => Broken::Row(refused(name, line)),
            other => Broken::Store(other),
        });
    }
    Ok(line)
}

fn refused(table: &str, line: u64) -> Refused {
    Refused {
        table: table.to_owned(),
        line: Some(line),
        ..Refused::default()
    }
}

pub(super) fn dangling(conn: &Connection) -> Result<Option<Refused>, StoreError> {
    let found = conn
        .query_row(DANGLING, [], |row| {
            Ok(Refused {
                table: row.get(0)?,
                line: row.get::<_, Option<i64>>(1)?.map(i64::unsigned_abs),
                key: None,
                missing: Some(row.get(2)?),
            })
        })
        .optional();
    found.map_err(|failed| error::sqlite(conn, DANGLING, failed).error)
}
