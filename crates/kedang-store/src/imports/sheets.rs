//! The tables of a staged file.

use crate::db::{Row, StoreError, Tx, statements};

statements! {
    INSERT = "insert into import_sheets (import_id, place, name, subject, header, headers, targets, rows, form, answers) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    LIST = "select place, name, subject, header, headers, targets, rows, form, answers from import_sheets where import_id = $1 order by place";
    AIM = "update import_sheets set subject = $3, targets = $4, form = $5, answers = $6 where import_id = $1 and place = $2";
}

/// A table to be stored.
#[derive(Debug)]
pub struct NewSheet<'a> {
    /// Its number in the file, from 0.
    pub place: i64,
    /// As its tab says.
    pub name: &'a str,
    /// `customers`, `persons`, `contacts`, `care` or `nothing`.
    pub subject: &'a str,
    /// The row of its headers.
    pub header: i64,
    /// JSON, a text per column.
    pub headers: &'a str,
    /// JSON, a target or null per column.
    pub targets: &'a str,
    /// The form that its columns go to besides, or whose rows it holds.
    pub form: Option<&'a str>,
    /// JSON, a field of the form or null per column.
    pub answers: &'a str,
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
    /// `customers`, `persons`, `contacts`, `care` or `nothing`.
    pub subject: String,
    /// The row of its headers.
    pub header: i64,
    /// JSON, a text per column.
    pub headers: String,
    /// JSON, a target or null per column.
    pub targets: String,
    /// The form that its columns go to besides, or whose rows it holds.
    pub form: Option<String>,
    /// JSON, a field of the form or null per column.
    pub answers: String,
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
        new.form.into(),
        new.answers.into(),
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
pub fn aim(tx: &mut Tx, import: &str, sheet: &NewSheet) -> Result<(), StoreError> {
    let args = [
        import.into(),
        sheet.place.into(),
        sheet.subject.into(),
        sheet.targets.into(),
        sheet.form.into(),
        sheet.answers.into(),
    ];
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
        form: row.get(7)?,
        answers: row.get(8)?,
    })
}
