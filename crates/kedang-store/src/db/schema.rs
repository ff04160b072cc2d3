//! The schema as one map, so that the twins of a migration can be compared.

use std::collections::BTreeMap;

use super::postgres::connect::{apart, config, connect};
use super::sqlite::open;
use super::{Place, StoreError};
use crate::dialect::error;

/// What a column holds, as far as both engines can tell it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ColumnKind {
    /// INTEGER; boolean, smallint, integer, bigint.
    Int,
    /// REAL; double precision.
    Real,
    /// TEXT; text, jsonb.
    Text,
    /// BLOB; bytea.
    Blob,
    /// Any other type, by its name: an error in a twin unless only one engine has the table.
    Other(String),
}

/// Tables, their columns, and whether a column may be NULL (false) or not (true).
type Schema = BTreeMap<String, BTreeMap<String, (ColumnKind, bool)>>;

/// Reads the tables of a place: table → column → (kind, not null). SQLite's virtual tables and
/// their shadows, and views, are left out.
///
/// # Errors
/// If the place cannot be read.
pub fn schema_of(place: &Place) -> Result<Schema, StoreError> {
    let columns = match place {
        Place::Folder(folder) => {
            let conn = open::open(&open::file(folder), false)?;
            sqlite(&conn).map_err(error::sqlite_open)?
        }
        Place::Postgres(url) => apart(|| {
            let mut client = connect(&config(url)?)?;
            postgres(&mut client).map_err(|failed| error::postgres("", &failed).error)
        })?,
    };
    let mut schema = Schema::new();
    for (table, column, declared, not_null) in columns {
        schema
            .entry(table)
            .or_default()
            .insert(column, (kind(&declared), not_null));
    }
    Ok(schema)
}

/// Table, column, declared type, not null.
type Line = (String, String, String, bool);

fn sqlite(conn: &rusqlite::Connection) -> rusqlite::Result<Vec<Line>> {
    let mut statement = conn.prepare(
        "select t.name, c.name, c.type, c.\"notnull\" <> 0 or c.pk > 0
         from pragma_table_list t, pragma_table_info(t.name) c
         where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite!_%' escape '!'",
    )?;
    let lines = statement.query_map([], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    })?;
    lines.collect()
}

fn postgres(client: &mut postgres::Client) -> Result<Vec<Line>, postgres::Error> {
    let rows = client.query(
        "select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull
         from pg_class c join pg_attribute a on a.attrelid = c.oid
         where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
           and a.attnum > 0 and not a.attisdropped",
        &[],
    )?;
    rows.iter()
        .map(|row| {
            Ok((
                row.try_get(0)?,
                row.try_get(1)?,
                row.try_get(2)?,
                row.try_get(3)?,
            ))
        })
        .collect()
}

/// What a column of a declared type holds.
pub(crate) fn kind(declared: &str) -> ColumnKind {
    match declared.to_ascii_lowercase().as_str() {
        "int" | "integer" | "boolean" | "smallint" | "bigint" => ColumnKind::Int,
        "real" | "double precision" => ColumnKind::Real,
        "text" | "jsonb" => ColumnKind::Text,
        "blob" | "bytea" => ColumnKind::Blob,
        other => ColumnKind::Other(other.to_owned()),
    }
}
