//! What can be taken back once, until a moment (contract k): the rows touched, before and after.

use kedang_core::customer::Named;
use kedang_core::{CustomerId, Instant};

use crate::db::{Row, StoreError, Tx, statements};

statements! {
    INSERT_SET = "insert into undo_sets (id, kind, subject_id, other_id, detail, staff_id, created_at, until) values ($1, $2, $3, $4, $5, $6, $7, $8)";
    INSERT_ROW = "insert into undo_rows (set_id, seq, tbl, row_id, before, after) values ($1, $2, $3, $4, $5, $6)";
    FIND = "select u.id, u.subject_id, u.other_id, u.detail, s.id, s.name, u.created_at, u.until, u.undone_at, u.kept from undo_sets u join staff s on s.id = u.staff_id where u.id = $1 and u.kind = $2";
    OF_SUBJECT = "select u.id, u.subject_id, u.other_id, u.detail, s.id, s.name, u.created_at, u.until, u.undone_at, u.kept from undo_sets u join staff s on s.id = u.staff_id where u.subject_id = $1 and u.kind = $2 and u.undone_at is null order by u.created_at desc limit 50";
    ROWS = "select tbl, row_id, before, after from undo_rows where set_id = $1 order by seq desc";
    UNDO = "update undo_sets set undone_at = $2, undone_by = $3, kept = $4 where id = $1 and undone_at is null";
}

/// Something that can be taken back.
#[derive(Debug)]
pub struct NewSet<'a> {
    /// The id.
    pub id: &'a str,
    /// `merge`.
    pub kind: &'a str,
    /// The customer it is about.
    pub subject: &'a CustomerId,
    /// The other customer concerned.
    pub other: Option<&'a CustomerId>,
    /// What was done, JSON.
    pub detail: &'a str,
    /// By whom.
    pub staff: &'a str,
    /// µs.
    pub at: i64,
    /// Until when it can be taken back, µs.
    pub until: i64,
}

/// A transaction that notes the rows it touches.
pub struct Undoable<'x, 'a> {
    tx: &'x mut Tx<'a>,
    set: &'x str,
    seq: i64,
}

impl<'a> Tx<'a> {
    /// Runs `work` so that it can be taken back: what it notes is kept with the set.
    ///
    /// # Errors
    /// The error of `work`, or a failing database.
    pub fn undoable<T, E: From<StoreError>>(
        &mut self,
        set: &NewSet,
        work: impl FnOnce(&mut Undoable<'_, 'a>) -> Result<T, E>,
    ) -> Result<T, E> {
        let args = [
            set.id.into(),
            set.kind.into(),
            set.subject.as_str().into(),
            set.other.map(CustomerId::as_str).into(),
            set.detail.into(),
            set.staff.into(),
            set.at.into(),
            set.until.into(),
        ];
        self.execute(INSERT_SET, &args)?;
        work(&mut Undoable {
            tx: self,
            set: set.id,
            seq: 0,
        })
    }
}

impl<'a> Undoable<'_, 'a> {
    /// The transaction itself.
    pub fn tx(&mut self) -> &mut Tx<'a> {
        self.tx
    }

    /// Notes a row that was touched: its columns before (`None` for a row that was made) and
    /// after, JSON.
    ///
    /// # Errors
    /// When the database fails.
    pub fn note(
        &mut self,
        table: &str,
        row: &str,
        before: Option<&str>,
        after: &str,
    ) -> Result<(), StoreError> {
        let args = [
            self.set.into(),
            self.seq.into(),
            table.into(),
            row.into(),
            before.into(),
            after.into(),
        ];
        self.tx.execute(INSERT_ROW, &args)?;
        self.seq += 1;
        Ok(())
    }
}

/// A set as stored.
#[derive(Debug, Clone)]
pub struct Set {
    /// The id.
    pub id: String,
    /// The customer it is about.
    pub subject: CustomerId,
    /// The other customer concerned.
    pub other: Option<CustomerId>,
    /// What was done, JSON.
    pub detail: String,
    /// By whom.
    pub by: Named,
    /// When.
    pub at: Instant,
    /// Until when it can be taken back.
    pub until: Instant,
    /// When it was taken back.
    pub undone_at: Option<Instant>,
    /// What had changed since and was left as it was, JSON.
    pub kept: Option<String>,
}

/// A row of a set.
#[derive(Debug, Clone)]
pub struct Touched {
    /// Its table.
    pub table: String,
    /// Its id.
    pub row: String,
    /// Its columns before, JSON; `None` for one that was made.
    pub before: Option<String>,
    /// Its columns after, JSON.
    pub after: String,
}

/// A set of a kind.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Tx, id: &str, kind: &str) -> Result<Option<Set>, StoreError> {
    tx.first(FIND, &[id.into(), kind.into()], read)
}

/// What was done to a customer and not taken back, latest first, at most 50.
///
/// # Errors
/// When the database fails.
pub fn of_subject(tx: &mut Tx, id: &CustomerId, kind: &str) -> Result<Vec<Set>, StoreError> {
    tx.query(OF_SUBJECT, &[id.as_str().into(), kind.into()], read)
}

/// The rows of a set, touched last first.
///
/// # Errors
/// When the database fails.
pub fn rows(tx: &mut Tx, set: &str) -> Result<Vec<Touched>, StoreError> {
    let mut rows = Vec::new();
    tx.each(ROWS, &[set.into()], |row| {
        rows.push(Touched {
            table: row.get(0)?,
            row: row.get(1)?,
            before: row.get(2)?,
            after: row.get(3)?,
        });
        Ok(())
    })?;
    Ok(rows)
}

/// Marks a set as taken back, with what was left as it was; false when somebody was faster.
///
/// # Errors
/// When the database fails.
pub fn done(tx: &mut Tx, set: &str, at: i64, staff: &str, kept: &str) -> Result<bool, StoreError> {
    let args = [set.into(), at.into(), staff.into(), kept.into()];
    Ok(tx.execute(UNDO, &args)? > 0)
}

fn read(row: &Row) -> Result<Set, StoreError> {
    Ok(Set {
        id: row.get(0)?,
        subject: CustomerId::trusted(row.get(1)?),
        other: row.get::<Option<String>>(2)?.map(CustomerId::trusted),
        detail: row.get(3)?,
        by: Named {
            id: row.get(4)?,
            name: row.get(5)?,
        },
        at: Instant(row.get(6)?),
        until: Instant(row.get(7)?),
        undone_at: row.get::<Option<i64>>(8)?.map(Instant),
        kept: row.get(9)?,
    })
}
