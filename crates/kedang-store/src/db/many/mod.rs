//! One text for many rows of values: a prepared loop on SQLite, one statement over `unnest` on
//! PostgreSQL, where every statement is a way to the server and back.

mod ask;
mod insert;
mod texts;
mod update;

use postgres::types::ToSql;

use super::postgres::Link;
use super::sqlite::statement;
use super::{Failure, Row, StoreError, Value};

/// What a parameter of [`Tx::insert_many`](crate::Tx::insert_many) and its like holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// [`Value::Bool`].
    Bool,
    /// [`Value::Int`].
    Int,
    /// [`Value::Real`].
    Real,
    /// [`Value::Text`].
    Text,
    /// [`Value::Text`] with JSON in it, for a jsonb column.
    Json,
    /// [`Value::Blob`].
    Blob,
}

/// What is done with a text for each row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    Insert,
    Update,
}

impl Deed {
    /// The text for all rows, as PostgreSQL runs it.
    fn of_all(self, sql: &str, kinds: &[Kind]) -> Result<String, StoreError> {
        match self {
            Self::Insert => insert::of_all(sql, kinds),
            Self::Update => update::of_all(sql, kinds),
        }
    }
}

/// Runs an insert or update once for each row; the number of rows changed.
pub(super) fn sqlite<R: AsRef<[Value]>>(
    conn: &rusqlite::Connection,
    (deed, sql): (Deed, &str),
    kinds: &[Kind],
    rows: &[R],
) -> Result<u64, Failure> {
    check(kinds, rows)?;
    refuse_odd(|| deed.of_all(sql, kinds))?;
    statement::repeat(conn, sql, rows)
}

/// Runs an insert or update for all rows at once; the number of rows changed.
pub(super) fn postgres<R: AsRef<[Value]>>(
    link: &mut Link,
    (deed, sql): (Deed, &str),
    kinds: &[Kind],
    rows: &[R],
) -> Result<u64, Failure> {
    check(kinds, rows)?;
    let sql = deed.of_all(sql, kinds)?;
    if rows.is_empty() {
        return Ok(0);
    }
    link.execute_columns(&sql, columns(kinds, rows))
}

/// Shows what a question finds for each row, with the place of that row.
pub(super) fn ask_sqlite<R: AsRef<[Value]>>(
    conn: &rusqlite::Connection,
    sql: &str,
    kinds: &[Kind],
    rows: &[R],
    visit: &mut dyn FnMut(usize, &Row<'_>) -> Result<(), StoreError>,
) -> Result<(), Failure> {
    check(kinds, rows)?;
    refuse_odd(|| ask::of_all(sql, kinds))?;
    for (at, row) in rows.iter().enumerate() {
        statement::visit(conn, sql, row.as_ref(), &mut |found| visit(at, found))?;
    }
    Ok(())
}

/// The same in one statement.
pub(super) fn ask_postgres<R: AsRef<[Value]>>(
    link: &mut Link,
    sql: &str,
    kinds: &[Kind],
    rows: &[R],
    visit: &mut dyn FnMut(usize, &Row<'_>) -> Result<(), StoreError>,
) -> Result<(), Failure> {
    check(kinds, rows)?;
    let sql = ask::of_all(sql, kinds)?;
    if rows.is_empty() {
        return Ok(());
    }
    link.visit_columns(&sql, columns(kinds, rows), &mut |row| {
        let at = usize::try_from(row.last::<i64>()? - 1);
        visit(
            at.map_err(|_negative| StoreError::Type("a row of no row".into()))?,
            row,
        )
    })
}

/// A text that PostgreSQL would not take is refused on SQLite too, as long as it is being written.
fn refuse_odd(text: impl Fn() -> Result<String, StoreError>) -> Result<(), StoreError> {
    if cfg!(debug_assertions) {
        text()?;
    }
    Ok(())
}

/// Every row must have a storable value of the right kind for each column.
fn check<R: AsRef<[Value]>>(kinds: &[Kind], rows: &[R]) -> Result<(), StoreError> {
    for row in rows {
        let row = row.as_ref();
        if row.len() != kinds.len() {
            let message = format!("{} kinds, a row of {} values", kinds.len(), row.len());
            return Err(StoreError::Type(message));
        }
        for (kind, value) in kinds.iter().zip(row) {
            value.storable()?;
            if !kind.holds(value) {
                return Err(StoreError::Type(format!(
                    "{} in a column of {kind:?}",
                    value.kind()
                )));
            }
        }
    }
    Ok(())
}

/// Every column of all rows.
fn columns<'r, R: AsRef<[Value]>>(
    kinds: &[Kind],
    rows: &'r [R],
) -> Vec<Box<dyn ToSql + Sync + 'r>> {
    let kinds = kinds.iter().enumerate();
    kinds.map(|(at, kind)| column(*kind, at, rows)).collect()
}

/// One column of all rows, as an array.
fn column<R: AsRef<[Value]>>(kind: Kind, index: usize, rows: &[R]) -> Box<dyn ToSql + Sync + '_> {
    macro_rules! array {
        ($variant:ident as $rust:ty) => {
            Box::new(
                rows.iter()
                    .map(|row| match row.as_ref().get(index) {
                        Some(Value::$variant(value)) => Some(value),
                        _ => None,
                    })
                    .collect::<Vec<Option<&$rust>>>(),
            )
        };
    }
    match kind {
        Kind::Bool => array!(Bool as bool),
        Kind::Int => array!(Int as i64),
        Kind::Real => array!(Real as f64),
        Kind::Text | Kind::Json => array!(Text as String),
        Kind::Blob => array!(Blob as Vec<u8>),
    }
}
