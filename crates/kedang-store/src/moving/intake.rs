//! The door through which rows come into an empty database.

use super::{Table, postgres, sqlite};
use crate::db::postgres::Link;
use crate::db::{StoreError, Value};

/// An empty database that takes rows.
pub struct Intake<'a> {
    pub(super) side: Side<'a>,
    pub(super) tables: Vec<Table>,
}

/// The connection underneath, inside an open transaction.
pub(super) enum Side<'a> {
    Sqlite(&'a rusqlite::Connection),
    Postgres(&'a mut Link),
}

/// Why rows did not come in.
#[derive(Debug)]
pub enum Broken<E> {
    /// Whoever brought them.
    Source(E),
    /// The database does not take one of them.
    Row(Refused),
    /// The database cannot go on.
    Store(StoreError),
}

/// A row that the schema says no to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Refused {
    /// The table.
    pub table: String,
    /// Which row of it, counted from 1; none when the engine names `key` instead.
    pub line: Option<u64>,
    /// Columns and values of a row, as the engine names them; several are parted by `, `.
    pub key: Option<(String, String)>,
    /// What it points at and is not there; else it is the row itself that does not do.
    pub missing: Option<String>,
}

impl Intake<'_> {
    /// The tables, each after those it refers to.
    #[must_use]
    pub fn tables(&self) -> &[Table] {
        &self.tables
    }

    /// Takes all rows of a table, values in the order of its columns; their number.
    ///
    /// # Errors
    /// Those of `rows`, and what the engine says about one of them.
    pub fn take<E>(
        &mut self,
        table: &Table,
        rows: &mut dyn Iterator<Item = Result<Vec<Value>, E>>,
    ) -> Result<u64, Broken<E>> {
        match &mut self.side {
            Side::Sqlite(conn) => sqlite::take(conn, table, rows),
            Side::Postgres(link) => postgres::take(link, table, rows),
        }
    }

    /// Finds a row that refers to what is not there, after all tables came in.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn dangling(&mut self) -> Result<Option<Refused>, StoreError> {
        match &mut self.side {
            Side::Sqlite(conn) => sqlite::dangling(conn),
            // Each table was held to its references when its last row had come.
            Side::Postgres(_) => Ok(None),
        }
    }
}
