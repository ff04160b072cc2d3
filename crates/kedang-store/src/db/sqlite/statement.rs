//! Running one text on a SQLite connection, from its cache of prepared statements.

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, Connection, Statement};

use crate::db::{Failure, Row, StoreError, Value};
use crate::dialect::error;

/// Runs a text and shows each row to `visit`, to the end or to its first error.
pub(in crate::db) fn visit(
    conn: &Connection,
    sql: &str,
    args: &[Value],
    visit: &mut dyn FnMut(&Row<'_>) -> Result<(), StoreError>,
) -> Result<(), Failure> {
    let mut statement = bound(conn, sql, args)?;
    let mut rows = statement.raw_query();
    loop {
        match rows.next() {
            Ok(Some(row)) => visit(&Row::sqlite(row))?,
            Ok(None) => return Ok(()),
            Err(failed) => return Err(error::sqlite(conn, sql, failed)),
        }
    }
}

/// Runs a text that returns no rows; the number of rows changed.
pub(in crate::db) fn execute(conn: &Connection, sql: &str, args: &[Value]) -> Result<u64, Failure> {
    let mut statement = bound(conn, sql, args)?;
    if statement.column_count() > 0 {
        return Err(returns_rows().into());
    }
    run(conn, sql, &mut statement)
}

/// Runs an insert once per row with one prepared statement; the number of rows changed.
pub(crate) fn repeat<R: AsRef<[Value]>>(
    conn: &Connection,
    sql: &str,
    rows: &[R],
) -> Result<u64, Failure> {
    let mut statement = prepared(conn, sql)?;
    let mut changed = 0;
    for row in rows {
        bind(conn, sql, &mut statement, row.as_ref())?;
        changed += run(conn, sql, &mut statement)?;
    }
    Ok(changed)
}

/// Prepares a text and checks its parameters, without running it.
pub(in crate::db) fn prepare(conn: &Connection, sql: &str) -> Result<(), Failure> {
    let statement = conn
        .prepare(sql)
        .map_err(|failed| error::sqlite(conn, sql, failed))?;
    let count = statement.parameter_count();
    for index in 1..=count {
        if digit(&statement, index)? > count {
            return Err(StoreError::Type("a number is missing among the parameters".into()).into());
        }
    }
    Ok(())
}

fn bound<'c>(
    conn: &'c Connection,
    sql: &str,
    args: &[Value],
) -> Result<CachedStatement<'c>, Failure> {
    let mut statement = prepared(conn, sql)?;
    bind(conn, sql, &mut statement, args)?;
    Ok(statement)
}

fn prepared<'c>(conn: &'c Connection, sql: &str) -> Result<CachedStatement<'c>, Failure> {
    conn.prepare_cached(sql)
        .map_err(|failed| error::sqlite(conn, sql, failed))
}

/// Binds by the digit: SQLite numbers `$2` by where it first stands, PostgreSQL by its digit, and
/// one text has to mean the same on both.
fn bind(
    conn: &Connection,
    sql: &str,
    statement: &mut Statement<'_>,
    args: &[Value],
) -> Result<(), Failure> {
    let count = statement.parameter_count();
    if count != args.len() {
        let message = format!("{count} parameters in the text, {} values", args.len());
        return Err(StoreError::Type(message).into());
    }
    for index in 1..=count {
        let digit = digit(statement, index)?;
        let value = args
            .get(digit - 1)
            .ok_or_else(|| StoreError::Type(format!("${digit} with {count} values")))?;
        value.storable()?;
        statement
            .raw_bind_parameter(index, output(value))
            .map_err(|failed| error::sqlite(conn, sql, failed))?;
    }
    Ok(())
}

/// The digit of the parameter SQLite counts as `index`.
fn digit(statement: &Statement<'_>, index: usize) -> Result<usize, StoreError> {
    statement
        .parameter_name(index)
        .and_then(|name| name.strip_prefix('$'))
        .and_then(|digits| digits.parse().ok())
        .filter(|digit| *digit > 0)
        .ok_or_else(|| StoreError::Type("parameters are written $1, $2 …".into()))
}

fn run(conn: &Connection, sql: &str, statement: &mut Statement<'_>) -> Result<u64, Failure> {
    let changed = statement
        .raw_execute()
        .map_err(|failed| error::sqlite(conn, sql, failed))?;
    Ok(u64::try_from(changed).unwrap_or(u64::MAX))
}

/// The error of `execute` with a text that returns rows.
pub(in crate::db) fn returns_rows() -> StoreError {
    StoreError::Type("the statement returns rows: use query, first or each".into())
}

fn output(value: &Value) -> ToSqlOutput<'_> {
    ToSqlOutput::Borrowed(match value {
        Value::Null => ValueRef::Null,
        Value::Bool(value) => ValueRef::Integer((*value).into()),
        Value::Int(value) => ValueRef::Integer(*value),
        Value::Real(value) => ValueRef::Real(*value),
        Value::Text(value) => ValueRef::Text(value.as_bytes()),
        Value::Blob(value) => ValueRef::Blob(value),
    })
}
