//! The tables of a staged file.

use crate::db::{Row, StoreError, Tx, statements};

statements! {
    INSERT = "insert into import_sheets (import_id, place, name, subject, header, headers, targets, rows) values ($1, $2, $3, $4, $5, $6, $7, $8)";
    LIST = "select place, name, subject, header, headers, targets, rows from import_sheets where import_id = $1 order by place";
    AIM = "update import_sheets set subject = $3, targets = $4 where import_id = $1 and place = $2";
}

/// A table to be stored.
#[derive(Debug)]
pub struct NewSheet<'a> {
    /// Its number in the file, from 0.
    pub place: i64,
    /// As its tab says.
    pub name: &'a str,
    /// `customers`, `persons` or `nothing`.
    pub subject: &'a str,
    /// The row of its headers.
    pub header: i64,
    /// JSON, a text per column.
    pub headers: &'a str,
    /// JSON, a target or null per column.
    pub targets: &'a str,
    /// How many rows it has.
    pub rows: i64,
}

/// A table as stored.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Its number in the file, from 0.
    pub place: i64,
    /// As its tab says.
    pub name: String,
    /// `customers`, `persons` or `nothing`.
    pub subject: String,
    /// The row of its headers.
    pub header: i64,
    /// JSON, a text per column.
    pub headers: String,
    /// JSON, a target or null per column.
    pub targets: String,
    /// How many rows it has.
    pub rows: i64,
}

/// Stores a table of a file.
///
/// # Errors
/// When the database fails.
pub fn insert_sheet(tx: &mut Tx, import: &str, new: &NewSheet) -> Result<(), StoreError> {
    let args = [
        import.into(),
        new.place.into(),
        new.name.into(),
        new.subject.into(),
        new.header.into(),
        new.headers.into(),
        new.targets.into(),
        new.rows.into(),
    ];
    tx.execute(INSERT, &args)?;
    Ok(())
}

/// The tables of a file in their order.
///
/// # Errors
/// When the database fails.
pub fn sheets(tx: &mut Tx, import: &str) -> Result<Vec<Sheet>, StoreError> {
    tx.query(LIST, &[import.into()], read)
}

/// Says what a table is and what its columns are.
///
/// # Errors
/// When the database fails.
pub fn aim(
    tx: &mut Tx,
    import: &str,
    place: i64,
    subject: &str,
    targets: &str,
) -> Result<(), StoreError> {
    let args = [import.into(), place.into(), subject.into(), targets.into()];
    tx.execute(AIM, &args)?;
    Ok(())
}

fn read(row: &Row) -> Result<Sheet, StoreError> {
    Ok(Sheet {
        place: row.get(0)?,
        name: row.get(1)?,
        subject: row.get(2)?,
        header: row.get(3)?,
        headers: row.get(4)?,
        targets: row.get(5)?,
        rows: row.get(6)?,
    })
}
