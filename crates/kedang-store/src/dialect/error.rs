//! Turns what an engine says about a failed statement into one `StoreError`, the same on both.

use std::error::Error as _;

use postgres::error::DbError;
use rusqlite::ffi::{self, ErrorCode};
use rusqlite::{Connection, Error};

use crate::db::{ConstraintKind, Failure, StoreError};

/// A SQLite error while opening a file.
#[expect(clippy::needless_pass_by_value, reason = "handed to map_err")]
pub(crate) fn sqlite_open(error: Error) -> StoreError {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy) => StoreError::Busy,
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => {
            StoreError::Unsupported("kedang.db is not an intact SQLite database".into())
        }
        _ => StoreError::Unavailable(error.to_string()),
    }
}

/// A SQLite error of the statement `sql`.
pub(crate) fn sqlite(conn: &Connection, sql: &str, error: Error) -> Failure {
    let (code, message) = match &error {
        Error::SqliteFailure(code, message) => (*code, message.as_deref().unwrap_or_default()),
        Error::SqlInputError { error, msg, .. } => (*error, msg.as_str()),
        _ => return StoreError::Other(error.into()).into(),
    };
    let failure = |error, retry, fatal| Failure {
        error,
        retry,
        fatal,
    };
    match code.code {
        ErrorCode::ConstraintViolation => sqlite_constraint(conn, sql, code, message).into(),
        ErrorCode::DatabaseBusy => failure(StoreError::Busy, true, false),
        ErrorCode::DiskFull => failure(StoreError::Full, false, true),
        ErrorCode::SystemIoFailure
        | ErrorCode::OutOfMemory
        | ErrorCode::DatabaseCorrupt
        | ErrorCode::NotADatabase
        | ErrorCode::CannotOpen => failure(StoreError::Unavailable(message.into()), false, true),
        // Nobody but the time limit interrupts.
        ErrorCode::OperationInterrupted => StoreError::TimedOut.into(),
        ErrorCode::ReadOnly => StoreError::ReadOnly.into(),
        ErrorCode::TypeMismatch => StoreError::Type(message.into()).into(),
        _ => StoreError::Other(error.into()).into(),
    }
}

fn sqlite_constraint(conn: &Connection, sql: &str, code: ffi::Error, message: &str) -> StoreError {
    let said = message.split_once(": ").map_or("", |(_, said)| said);
    match code.extended_code {
        ffi::SQLITE_CONSTRAINT_NOTNULL => columns(ConstraintKind::NotNull, said),
        ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY => {
            match said
                .strip_prefix("index '")
                .and_then(|said| said.strip_suffix('\''))
            {
                Some(index) => constraint(ConstraintKind::Unique, target(sql), index),
                None => columns(ConstraintKind::Unique, said),
            }
        }
        ffi::SQLITE_CONSTRAINT_CHECK => {
            let table = target(sql);
            let column = if is_name(said) {
                check_column(table, said).to_owned()
            } else {
                only_column(conn, table, said)
            };
            constraint(ConstraintKind::Check, table, &column)
        }
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY => {
            constraint(ConstraintKind::ForeignKey, target(sql), "")
        }
        ffi::SQLITE_CONSTRAINT_TRIGGER => constraint(ConstraintKind::Trigger, target(sql), ""),
        _ => StoreError::Type(message.into()),
    }
}

/// A PostgreSQL error of the statement `sql`.
pub(crate) fn postgres(sql: &str, error: &postgres::Error) -> Failure {
    let Some(said) = error.as_db_error() else {
        let reason = match error.source() {
            Some(source) => format!("{error}: {source}"),
            None => error.to_string(),
        };
        // Without a word from the server it is the connection: closed, reset, refused, timed out.
        return Failure {
            error: StoreError::Unavailable(reason),
            retry: true,
            fatal: true,
        };
    };
    let code = said.code().code();
    let message = || format!("{code}: {}", said.message());
    let failure = |error, retry, fatal| Failure {
        error,
        retry,
        fatal,
    };
    match code {
        "40001" | "40P01" => failure(StoreError::Retry(message()), true, false),
        "57014" => StoreError::TimedOut.into(),
        "55P03" => StoreError::Busy.into(),
        "25006" => StoreError::ReadOnly.into(),
        "53100" => failure(StoreError::Full, false, true),
        "23502" | "23503" | "23505" | "23514" => postgres_constraint(sql, said).into(),
        // `raise exception` of a trigger.
        "P0001" => constraint(ConstraintKind::Trigger, target(sql), "").into(),
        "22003" | "22021" | "22P02" | "22P05" => StoreError::Type(message()).into(),
        _ if code.starts_with("08") || code.starts_with("57P0") => {
            failure(StoreError::Unavailable(message()), true, true)
        }
        _ if code.starts_with("53") || code.starts_with("28") || code == "3D000" => {
            StoreError::Unavailable(message()).into()
        }
        _ if stale_plan(error) => failure(StoreError::Retry(message()), true, false),
        _ => StoreError::Other(message().into()).into(),
    }
}

/// Which row of a `copy … from stdin` the server did not take.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct CopyTold {
    /// Counted from 1; none for a reference, which is checked when all rows are in.
    pub(crate) line: Option<u64>,
    /// The columns and values of a reference, `a, b` and `1, 2`.
    pub(crate) key: Option<(String, String)>,
    /// The table of what is missing.
    pub(crate) table: Option<String>,
}

/// Reads it from what the server says beside its error, in whatever language it speaks.
pub(crate) fn copy_told(error: &postgres::Error) -> CopyTold {
    let Some(said) = error.as_db_error() else {
        return CopyTold::default();
    };
    CopyTold {
        line: said.where_().and_then(copy_line),
        key: said.detail().and_then(|detail| Some(copy_key(detail)?.0)),
        table: said.detail().and_then(|detail| copy_key(detail)?.1),
    }
}

/// `COPY customers, line 7, column name: …`
fn copy_line(place: &str) -> Option<u64> {
    let behind = place.strip_prefix("COPY ")?.split_once(", ")?.1;
    let digits: String = behind
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().ok()
}

/// `Key (a, b)=(1, 2) is not present in table "t".`
fn copy_key(detail: &str) -> Option<((String, String), Option<String>)> {
    let (columns, rest) = detail.split_once('(')?.1.split_once(")=(")?;
    let (values, rest) = rest.split_once(')')?;
    let table = rest.split('"').nth(1).map(str::to_owned);
    Some(((columns.to_owned(), values.to_owned()), table))
}

/// True if a prepared statement no longer fits the tables, after a migration beside a running
/// server.
pub(crate) fn stale_plan(error: &postgres::Error) -> bool {
    error.as_db_error().is_some_and(|said| {
        said.code().code() == "0A000" && said.routine() == Some("RevalidateCachedQuery")
    })
}

fn postgres_constraint(sql: &str, said: &DbError) -> StoreError {
    let (table, name) = (
        said.table().unwrap_or_default(),
        said.constraint().unwrap_or_default(),
    );
    match said.code().code() {
        "23502" => constraint(
            ConstraintKind::NotNull,
            table,
            said.column().unwrap_or_default(),
        ),
        "23503" => constraint(ConstraintKind::ForeignKey, target(sql), ""),
        "23514" => constraint(ConstraintKind::Check, table, check_column(table, name)),
        _ => {
            // "Key (a, b)=(1, 2) already exists.", in whatever language the server speaks.
            let key = said
                .detail()
                .and_then(|detail| detail.split_once('('))
                .and_then(|(_, rest)| rest.split_once(")=("))
                .map_or("", |(key, _)| key);
            let column = if key.is_empty() || key.contains(['(', ':']) {
                name.to_owned()
            } else {
                key.replace(", ", ",").replace('"', "")
            };
            constraint(ConstraintKind::Unique, table, &column)
        }
    }
}

fn constraint(kind: ConstraintKind, table: &str, column: &str) -> StoreError {
    StoreError::Constraint {
        table: table.into(),
        column: column.into(),
        kind,
    }
}

/// Reads SQLite's `t.a, t.b`.
fn columns(kind: ConstraintKind, said: &str) -> StoreError {
    let mut table = "";
    let columns: Vec<&str> = said
        .split(", ")
        .map(|column| {
            let (owner, column) = column.split_once('.').unwrap_or(("", column));
            table = owner;
            column
        })
        .collect();
    constraint(kind, table, &columns.join(","))
}

/// The column in the name of a check: PostgreSQL calls the check of one column
/// `<table>_<column>_check`, and a number follows if there are several.
fn check_column<'n>(table: &str, name: &'n str) -> &'n str {
    name.trim_end_matches(|digit: char| digit.is_ascii_digit())
        .strip_suffix("_check")
        .and_then(|name| name.strip_prefix(table))
        .and_then(|name| name.strip_prefix('_'))
        .unwrap_or_default()
}

/// The one column of `table` that an unnamed check mentions, as PostgreSQL would name it; empty if
/// it mentions several.
fn only_column(conn: &Connection, table: &str, check: &str) -> String {
    let words: Vec<&str> = check
        .split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_'))
        .collect();
    let mut found = Vec::new();
    let listed = conn
        .prepare_cached("select name from pragma_table_info($1)")
        .and_then(|mut of| {
            let mut rows = of.query([table])?;
            while let Some(row) = rows.next()? {
                let column: String = row.get(0)?;
                if words.contains(&column.as_str()) {
                    found.push(column);
                }
            }
            Ok(())
        });
    match (listed, found.pop()) {
        (Ok(()), Some(column)) if found.is_empty() => column,
        _ => String::new(),
    }
}

fn is_name(said: &str) -> bool {
    said.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// The table a statement writes to: neither engine names it for a foreign key in the same way.
fn target(sql: &str) -> &str {
    let mut words = sql.split(|letter: char| letter.is_whitespace() || letter == '(');
    while let Some(word) = words.next() {
        let names_table = match word {
            "insert" | "delete" => words
                .find(|word| *word == "into" || *word == "from")
                .is_some(),
            "update" => true,
            _ => false,
        };
        if names_table {
            return words.find(|word| !word.is_empty()).unwrap_or_default();
        }
    }
    ""
}

#[cfg(test)]
mod tests;
