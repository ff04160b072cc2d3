//! Everything a database holds, in the words of no engine, and the way into an empty one.
//!
//! Which tables leave is what [`contents`] lists: whatever a digest is taken over. The rest is
//! worked out again behind the rows, or belongs to the installation that is left.

mod copy_text;
mod intake;
mod postgres;
mod sqlite;

use std::collections::BTreeSet;
use std::path::Path;

pub use intake::{Broken, Intake, Refused};

use crate::backup;
use crate::db::{ColumnKind, Place, StoreError, Tx, Value, schema_of, statements};
use crate::migrate::MIGRATIONS;
use crate::verify::contents;

statements! {
    /// Each department below each of its ancestors, worked out from the tree.
    DEPARTMENT_PATHS = "insert into department_paths (ancestor_id, department_id) with recursive below (top, id) as (select id, id from departments union all select below.top, d.id from departments d join below on d.parent_id = below.id) select top, id from below";
    CUSTOMERS = "select id from customers where id > $1 order by id limit 200";
    CARDS = "select id from cards where id > $1 and revision > 0 order by id limit 200";
    ROWS = "select r.id, r.card_id, coalesce(c.id, '') from card_rows r left join card_rows c on c.corrects_id = r.id where r.id > $1 order by r.id limit 200";
}

/// A table with its columns, in the order in which its rows are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Columns with what they hold.
    pub columns: Vec<(String, ColumnKind)>,
}

impl Table {
    /// The names of its columns between commas.
    fn list(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|(name, _)| name.as_str()).collect();
        names.join(", ")
    }
}

/// Shows what a place holds in one moment. `scratch` is an empty folder where a SQLite file is
/// copied to, and which is empty again afterwards: its readers must not hold up who writes.
///
/// # Errors
/// Those of `look`; [`StoreError::SchemaOlder`] and [`StoreError::SchemaNewer`];
/// [`StoreError::Full`]; [`StoreError::Unavailable`] when the place cannot be used.
pub fn snapshot<T: Send, E: From<StoreError> + Send>(
    place: &Place,
    scratch: &Path,
    look: impl FnOnce(&mut Tx) -> Result<T, E> + Send,
) -> Result<T, E> {
    match place {
        Place::Folder(_) => {
            let seen = backup::take(place, scratch, look)?.1;
            sqlite::forget(scratch)?;
            Ok(seen)
        }
        Place::Postgres(url) => backup::looked(url, look),
    }
}

/// The tables that leave, with their place among [`contents::tables`].
///
/// # Errors
/// When the place cannot be read.
pub fn tables(place: &Place) -> Result<Vec<(usize, Table)>, StoreError> {
    let schema = schema_of(place)?;
    let mut all = Vec::new();
    for (at, name) in contents::tables() {
        let kind_of = |column: &str| {
            let found = schema.get(&name).and_then(|columns| columns.get(column));
            let lost = || StoreError::Unsupported(format!("{name}.{column} is not there"));
            found.map(|(kind, _)| kind.clone()).ok_or_else(lost)
        };
        let columns = contents::columns(at).into_iter();
        let columns: Result<Vec<_>, StoreError> = columns
            .map(|column| Ok((column.to_owned(), kind_of(column)?)))
            .collect();
        let columns = columns?;
        all.push((at, Table { name, columns }));
    }
    Ok(all)
}

/// Fills an empty place: makes the tables of `schema`, lets `fill` bring the rows, goes on to this
/// program's schema, and hands what came to `look`, which works out the rest and may refuse it.
/// On SQLite the place is a folder that gets its name later; on PostgreSQL all of it is one
/// transaction. `at_us` is the time now in UTC µs.
///
/// # Errors
/// Those of `fill` and `look`; what the engine says.
pub fn settle<T: Send, E: From<StoreError> + Send>(
    place: &Place,
    (schema, at_us): (u32, i64),
    fill: impl FnOnce(&mut Intake) -> Result<(), E> + Send,
    look: impl FnOnce(&mut Tx) -> Result<T, E> + Send,
) -> Result<T, E> {
    let steps = usize::try_from(schema).unwrap_or(usize::MAX);
    let had = &MIGRATIONS[..steps.min(MIGRATIONS.len())];
    match place {
        Place::Folder(folder) => sqlite::settle(folder, (had, at_us), fill, look),
        Place::Postgres(url) => postgres::settle(url, (had, at_us), fill, look),
    }
}

/// The tables of an engine's own list that somebody has to bring the rows of.
fn wanted(columns: Vec<(String, String, ColumnKind)>) -> Vec<Table> {
    let left_out: BTreeSet<&str> = contents::LEFT_OUT.iter().copied().collect();
    let mut all: Vec<Table> = Vec::new();
    for (name, column, kind) in columns {
        if left_out.contains(name.as_str()) {
            continue;
        }
        match all.last_mut().filter(|table| table.name == name) {
            Some(table) => table.columns.push((column, kind)),
            None => all.push(Table {
                name,
                columns: vec![(column, kind)],
            }),
        }
    }
    all
}

/// Works out which departments lie below which.
///
/// # Errors
/// When the database fails.
pub fn lay_paths(tx: &mut Tx) -> Result<(), StoreError> {
    tx.execute(DEPARTMENT_PATHS, &[])?;
    Ok(())
}

/// The next customers behind an id, dead ones too, at most 200.
///
/// # Errors
/// When the database fails.
pub fn customers_after(tx: &mut Tx, id: &str) -> Result<Vec<String>, StoreError> {
    tx.query(CUSTOMERS, &[id.into()], |row| row.get(0))
}

/// The next cards behind an id that are not blank, at most 200.
///
/// # Errors
/// When the database fails.
pub fn cards_after(tx: &mut Tx, id: &str) -> Result<Vec<String>, StoreError> {
    tx.query(CARDS, &[id.into()], |row| row.get(0))
}

/// The next rows of append-only repeats behind an id, at most 200: id, card, and whether it was
/// corrected.
///
/// # Errors
/// When the database fails.
pub fn rows_after(tx: &mut Tx, id: &str) -> Result<Vec<(String, String, bool)>, StoreError> {
    tx.query(ROWS, &[Value::from(id)], |row| {
        Ok((row.get(0)?, row.get(1)?, !row.text(2)?.is_empty()))
    })
}
