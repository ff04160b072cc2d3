//! Many rows with the text for one: a prepared loop on SQLite, one `unnest` on PostgreSQL.

use std::fmt::Write as _;

use postgres::types::ToSql;

use super::postgres::Link;
use super::sqlite::statement;
use super::{Failure, StoreError, Value};

/// What a column of [`Tx::insert_many`](crate::Tx::insert_many) holds.
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

impl Kind {
    fn holds(self, value: &Value) -> bool {
        matches!(
            (self, value),
            (_, Value::Null)
                | (Kind::Bool, Value::Bool(_))
                | (Kind::Int, Value::Int(_))
                | (Kind::Real, Value::Real(_))
                | (Kind::Text | Kind::Json, Value::Text(_))
                | (Kind::Blob, Value::Blob(_))
        )
    }

    /// The array PostgreSQL is sent, and what each element becomes.
    fn array(self) -> (&'static str, &'static str) {
        match self {
            Kind::Bool => ("boolean[]", ""),
            Kind::Int => ("bigint[]", ""),
            Kind::Real => ("float8[]", ""),
            Kind::Text => ("text[]", ""),
            Kind::Json => ("text[]", "::jsonb"),
            Kind::Blob => ("bytea[]", ""),
        }
    }
}

pub(super) fn sqlite<R: AsRef<[Value]>>(
    conn: &rusqlite::Connection,
    sql: &str,
    kinds: &[Kind],
    rows: &[R],
) -> Result<u64, Failure> {
    check(kinds, rows)?;
    unnested(sql, kinds)?;
    statement::repeat(conn, sql, rows)
}

pub(super) fn postgres<R: AsRef<[Value]>>(
    link: &mut Link,
    sql: &str,
    kinds: &[Kind],
    rows: &[R],
) -> Result<u64, Failure> {
    check(kinds, rows)?;
    let sql = unnested(sql, kinds)?;
    if rows.is_empty() {
        return Ok(0);
    }
    let columns = kinds
        .iter()
        .enumerate()
        .map(|(index, kind)| column(*kind, index, rows));
    link.execute_columns(&sql, columns.collect())
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

/// Turns `insert into t (a, b) values ($1, $2) …` into `insert into t (a, b) select c1, c2 from
/// unnest($1::…[], $2::…[]) as n (c1, c2) …`.
///
/// Run on SQLite too, only to refuse a text there that PostgreSQL would not take.
fn unnested(sql: &str, kinds: &[Kind]) -> Result<String, StoreError> {
    let shape = || StoreError::Type("insert_many wants: insert into t (…) values ($1, …)".into());
    let (head, rest) = sql.split_once(" values (").ok_or_else(shape)?;
    let end = closing(rest).ok_or_else(shape)?;
    let (tuple, tail) = (&rest[..end], &rest[end + 1..]);
    if head.contains('$') || tail.contains('$') {
        return Err(shape());
    }
    let mut text = format!("{head} select ");
    let mut pieces = tuple.split('$');
    text.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let digits = piece
            .find(|letter: char| !letter.is_ascii_digit())
            .unwrap_or(piece.len());
        let number: usize = piece[..digits].parse().map_err(|_not_a_number| shape())?;
        let kind = number
            .checked_sub(1)
            .and_then(|at| kinds.get(at))
            .ok_or_else(shape)?;
        write!(text, "n.c{number}{}{}", kind.array().1, &piece[digits..])
            .map_err(|_full| shape())?;
    }
    let numbers = || 1..=kinds.len();
    let arrays = kinds
        .iter()
        .zip(numbers())
        .map(|(kind, n)| format!("${n}::{}", kind.array().0));
    let arrays = arrays.collect::<Vec<_>>().join(", ");
    let names = numbers()
        .map(|n| format!("c{n}"))
        .collect::<Vec<_>>()
        .join(", ");
    text.push_str(&format!(" from unnest({arrays}) as n ({names}){tail}"));
    Ok(text)
}

/// Where the parenthesis opened before `text` closes.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0;
    text.bytes().position(|byte| {
        match byte {
            b'(' => depth += 1,
            b')' if depth == 0 => return true,
            b')' => depth -= 1,
            _ => {}
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_row_becomes_all_rows() {
        let sql = "insert into t (a, b, c, d) values ($2, coalesce($1, 0), 'x', $3) \
                   on conflict (a) do nothing";
        let text = unnested(sql, &[Kind::Int, Kind::Text, Kind::Json]).unwrap();
        assert_eq!(
            text,
            "insert into t (a, b, c, d) select n.c2, coalesce(n.c1, 0), 'x', n.c3::jsonb \
             from unnest($1::bigint[], $2::text[], $3::text[]) as n (c1, c2, c3) \
             on conflict (a) do nothing"
        );
    }

    #[test]
    fn another_shape_is_refused() {
        for sql in [
            "insert into t (a) select $1",
            "insert into t (a) values ($2)",
            "insert into t (a) values ($1",
            "insert into t (a) values ($1) on conflict (a) do update set b = $1",
            "insert into t (a) values ($x)",
        ] {
            assert!(unnested(sql, &[Kind::Int]).is_err(), "{sql}");
        }
    }
}
