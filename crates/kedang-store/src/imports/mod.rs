//! Files that were brought in: what they are, how far they have come, what can be taken back.

mod cards;
mod keys;
mod mappings;
mod rows;
mod sheets;

use kedang_core::customer::Named;
use kedang_core::{CustomerId, Instant};

use crate::db::{Row, StoreError, Tx, statements};

pub use cards::{card_forms, card_since, has_contact, has_row, withdraw_card, withdraw_row};
pub use keys::{Key, births, coded, matches, of_uscc};
pub use mappings::{Known, mapping, remember};
pub use rows::{
    Done, NewRow, RowTotals, Staged, after, before, checked, clear, done, mended, of_state, put,
    row, totals, touched, uncheck, withdrawn,
};
pub use sheets::{NewSheet, Sheet, aim, insert_sheet, sheets};

pub(crate) mod texts {
    pub(crate) use super::cards::STATEMENTS as CARDS;
    pub(crate) use super::keys::STATEMENTS as KEYS;
    pub(crate) use super::mappings::STATEMENTS as MAPPINGS;
    pub(crate) use super::rows::STATEMENTS as ROWS;
    pub(crate) use super::sheets::STATEMENTS as SHEETS;
}

macro_rules! columns {
    () => {
        "i.id, s.id, s.name, i.file_name, i.file_kind, i.encoding, i.mode, i.duplicates, i.state, i.report, i.lease_until, i.until, i.undone_at, i.created_at, i.version, i.matched_by from imports i join staff s on s.id = i.staff_id"
    };
}

statements! {
    INSERT = "insert into imports (id, staff_id, file_name, file_kind, encoding, mode, duplicates, matched_by, state, report, created_at, updated_at, version) values ($1, $2, $3, $4, $5, $6, $7, $8, 'staging', '{}', $9, $9, 1)";
    FIND = concat!("select ", columns!(), " where i.id = $1");
    OWN = concat!("select ", columns!(), " where i.staff_id = $1 order by i.created_at desc limit 50");
    ALL = concat!("select ", columns!(), " order by i.created_at desc limit 50");
    MOVE = "update imports set state = $3, report = $4, lease_until = $5, until = $6, updated_at = $7, version = version + 1 where id = $1 and state = $2";
    WISH = "update imports set mode = $2, duplicates = $3, matched_by = $4, updated_at = $5, version = version + 1 where id = $1 and state = 'staged'";
    RULE = "update imports set duplicates = $2, updated_at = $3, version = version + 1 where id = $1 and state = 'staged'";
    UNDONE = "update imports set state = 'undone', undone_at = $2, undone_by = $3, report = $4, lease_until = null, updated_at = $2, version = version + 1 where id = $1";
    FORGET = "update imports set until = null, updated_at = $2, version = version + 1 where id = $1";
    DROP_ROWS = "delete from import_rows where import_id = $1";
    DROP_SHEETS = "delete from import_sheets where import_id = $1";
    DROP = "delete from imports where id = $1";
    LIVED = "select 1 where exists (select 1 from cards where customer_id = $1) or exists (select 1 from contacts where customer_id = $1 and removed_at is null) or exists (select 1 from attachments where customer_id = $1) or exists (select 1 from relations where customer_id = $1) or exists (select 1 from branches where customer_id = $1 or parent_id = $1) or exists (select 1 from customers where merged_into = $1)";
    STALE = "select id from imports where until < $1 order by until limit 20";
}

/// A file to be staged.
#[derive(Debug)]
pub struct NewImport<'a> {
    /// The id.
    pub id: &'a str,
    /// Who brings it in.
    pub staff: &'a str,
    /// What the file is called.
    pub file_name: &'a str,
    /// `csv`, `xlsx` …
    pub file_kind: &'a str,
    /// Of a text file.
    pub encoding: Option<&'a str>,
    /// `create`, `update` or `both`.
    pub mode: &'a str,
    /// `ask`, `skip`, `merge` or `create`.
    pub duplicates: &'a str,
    /// By what a row is matched: `number`, `uscc`, `mobile` …
    pub matched_by: &'a str,
    /// µs.
    pub at: i64,
}

/// An import as stored.
#[derive(Debug, Clone)]
pub struct Import {
    /// The id.
    pub id: String,
    /// Who brings it in.
    pub by: Named,
    /// What the file is called.
    pub file_name: String,
    /// `csv`, `xlsx` …
    pub file_kind: String,
    /// Of a text file.
    pub encoding: Option<String>,
    /// `create`, `update` or `both`.
    pub mode: String,
    /// `ask`, `skip`, `merge` or `create`.
    pub duplicates: String,
    /// By what a row is matched: `number`, `uscc`, `mobile` …
    pub matched_by: String,
    /// `staged`, `running`, `done`, `undoing` or `undone`.
    pub state: String,
    /// The sum, JSON.
    pub report: String,
    /// Until when a program holds it.
    pub lease_until: Option<Instant>,
    /// Until when it can be taken back.
    pub until: Option<Instant>,
    /// When it was taken back.
    pub undone_at: Option<Instant>,
    /// When it was staged.
    pub at: Instant,
    /// The version.
    pub version: i64,
}

/// What an import moves on to.
#[derive(Debug)]
pub struct Step<'a> {
    /// The state it must be in.
    pub from: &'a str,
    /// The state it is in afterwards.
    pub to: &'a str,
    /// The sum, JSON.
    pub report: &'a str,
    /// Until when a program holds it, µs.
    pub lease_until: Option<i64>,
    /// Until when it can be taken back, µs.
    pub until: Option<i64>,
    /// µs.
    pub at: i64,
}

/// Stores an import.
///
/// # Errors
/// When the database fails.
pub fn insert(tx: &mut Tx, new: &NewImport) -> Result<(), StoreError> {
    let args = [
        new.id.into(),
        new.staff.into(),
        new.file_name.into(),
        new.file_kind.into(),
        new.encoding.into(),
        new.mode.into(),
        new.duplicates.into(),
        new.matched_by.into(),
        new.at.into(),
    ];
    tx.execute(INSERT, &args)?;
    Ok(())
}

/// One import.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Tx, id: &str) -> Result<Option<Import>, StoreError> {
    tx.first(FIND, &[id.into()], read)
}

/// The latest imports, at most 50: of one person, or of everybody.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Tx, staff: Option<&str>) -> Result<Vec<Import>, StoreError> {
    match staff {
        Some(staff) => tx.query(OWN, &[staff.into()], read),
        None => tx.query(ALL, &[], read),
    }
}

/// Moves an import on; false when it is in another state by now.
///
/// # Errors
/// When the database fails.
pub fn step(tx: &mut Tx, id: &str, step: &Step) -> Result<bool, StoreError> {
    let args = [
        id.into(),
        step.from.into(),
        step.to.into(),
        step.report.into(),
        step.lease_until.into(),
        step.until.into(),
        step.at.into(),
    ];
    Ok(tx.execute(MOVE, &args)? > 0)
}

/// What is to become of matches and duplicates, and what a match is, while nothing is in.
///
/// # Errors
/// When the database fails.
pub fn wish(
    tx: &mut Tx,
    id: &str,
    (mode, duplicates, matched_by): (&str, &str, &str),
    at: i64,
) -> Result<bool, StoreError> {
    let args = [
        id.into(),
        mode.into(),
        duplicates.into(),
        matched_by.into(),
        at.into(),
    ];
    Ok(tx.execute(WISH, &args)? > 0)
}

/// What is to become of duplicates, while nothing is in.
///
/// # Errors
/// When the database fails.
pub fn rule(tx: &mut Tx, id: &str, duplicates: &str, at: i64) -> Result<bool, StoreError> {
    let args = [id.into(), duplicates.into(), at.into()];
    Ok(tx.execute(RULE, &args)? > 0)
}

/// Marks an import as taken back.
///
/// # Errors
/// When the database fails.
pub fn undone(tx: &mut Tx, id: &str, at: i64, staff: &str, report: &str) -> Result<(), StoreError> {
    tx.execute(UNDONE, &[id.into(), at.into(), staff.into(), report.into()])?;
    Ok(())
}

/// Imports that can no longer be taken back, at most 20.
///
/// # Errors
/// When the database fails.
pub fn past(tx: &mut Tx, at: i64) -> Result<Vec<String>, StoreError> {
    tx.query(STALE, &[at.into()], |row| row.get(0))
}

/// Whether more has come to a customer since it was made than its own fields.
///
/// # Errors
/// When the database fails.
pub fn lived(tx: &mut Tx, customer: &CustomerId) -> Result<bool, StoreError> {
    let one = tx.first(LIVED, &[customer.as_str().into()], |row| row.get::<i64>(0))?;
    Ok(one.is_some())
}

/// An import can no longer be taken back.
///
/// # Errors
/// When the database fails.
pub fn forget(tx: &mut Tx, id: &str, at: i64) -> Result<(), StoreError> {
    tx.execute(FORGET, &[id.into(), at.into()])?;
    Ok(())
}

/// Takes a staged file away with all its rows.
///
/// # Errors
/// When the database fails.
pub fn discard(tx: &mut Tx, id: &str) -> Result<(), StoreError> {
    for statement in [DROP_ROWS, DROP_SHEETS, DROP] {
        tx.execute(statement, &[id.into()])?;
    }
    Ok(())
}

fn read(row: &Row) -> Result<Import, StoreError> {
    let moment = |at: Option<i64>| at.map(Instant);
    Ok(Import {
        id: row.get(0)?,
        by: Named {
            id: row.get(1)?,
            name: row.get(2)?,
        },
        file_name: row.get(3)?,
        file_kind: row.get(4)?,
        encoding: row.get(5)?,
        mode: row.get(6)?,
        duplicates: row.get(7)?,
        state: row.get(8)?,
        report: row.get(9)?,
        lease_until: moment(row.get(10)?),
        until: moment(row.get(11)?),
        undone_at: moment(row.get(12)?),
        at: Instant(row.get(13)?),
        version: row.get(14)?,
        matched_by: row.get(15)?,
    })
}
