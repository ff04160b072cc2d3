//! Revisions, rows and signatures with what they are checked against, a page at a time by id.

use crate::db::{StoreError, Tx, statements};

statements! {
    REVISIONS = "select r.id, c.code, k.form_key, k.form_version, r.answers, r.salts, r.commits, r.content_hash, r.seq from card_revisions r join cards k on k.id = r.card_id join customers c on c.id = k.customer_id where r.id > $1 order by r.id limit 200";
    ROWS = "select r.id, c.code, k.form_key, k.form_version, r.answers, r.salts, r.commits, r.content_hash, r.repeat from card_rows r join cards k on k.id = r.card_id join customers c on c.id = k.customer_id where r.id > $1 order by r.id limit 200";
    SIGNATURES = "select s.id, c.code, k.form_key, k.form_version, s.row_id, s.covers, s.content_hash, w.commits, signed.commits, stands.commits from signatures s join cards k on k.id = s.card_id join customers c on c.id = k.customer_id left join card_rows w on w.id = s.row_id left join card_revisions signed on signed.card_id = s.card_id and signed.seq = s.revision left join card_revisions stands on stands.card_id = s.card_id and stands.seq = k.revision where s.id > $1 and s.voided_at is null order by s.id limit 200";
}

/// Where something hangs.
#[derive(Debug, Clone)]
pub struct Place {
    /// Its id.
    pub id: String,
    /// 客户编号.
    pub code: String,
    /// The form's key and version.
    pub form: (String, i64),
}

/// One state of a card.
#[derive(Debug)]
pub struct CheckedRevision {
    /// Where.
    pub place: Place,
    /// Answers without class P2.
    pub answers: String,
    /// Path → salt of these.
    pub salts: String,
    /// Path → commitment of all.
    pub commits: String,
    /// 32 bytes.
    pub content_hash: Vec<u8>,
    /// Counted from 1.
    pub seq: i64,
}

/// One row of an append-only repeat.
#[derive(Debug)]
pub struct CheckedRow {
    /// Where.
    pub place: Place,
    /// Cells without class P2.
    pub answers: String,
    /// Path → salt of these.
    pub salts: String,
    /// Path → commitment of all.
    pub commits: String,
    /// 32 bytes.
    pub content_hash: Vec<u8>,
    /// The key of the repeat.
    pub repeat: String,
}

/// One signature that is not void.
#[derive(Debug)]
pub struct CheckedSignature {
    /// Where.
    pub place: Place,
    /// True on a row, false on the card.
    pub on_row: bool,
    /// Keys of the fields covered, JSON.
    pub covers: String,
    /// 32 bytes.
    pub content_hash: Vec<u8>,
    /// The commitments it must fit: of the row; or of the revision signed and of the one that
    /// stands. `None` where there is none such.
    pub commits: Vec<Option<String>>,
}

/// The next states behind `after`, at most 200.
///
/// # Errors
/// When the database fails.
pub fn revisions(tx: &mut Tx, after: &str) -> Result<Vec<CheckedRevision>, StoreError> {
    tx.query(REVISIONS, &[after.into()], |row| {
        Ok(CheckedRevision {
            place: place(row)?,
            answers: row.get(4)?,
            salts: row.get(5)?,
            commits: row.get(6)?,
            content_hash: row.get(7)?,
            seq: row.get(8)?,
        })
    })
}

/// The next rows behind `after`, at most 200.
///
/// # Errors
/// When the database fails.
pub fn rows(tx: &mut Tx, after: &str) -> Result<Vec<CheckedRow>, StoreError> {
    tx.query(ROWS, &[after.into()], |row| {
        Ok(CheckedRow {
            place: place(row)?,
            answers: row.get(4)?,
            salts: row.get(5)?,
            commits: row.get(6)?,
            content_hash: row.get(7)?,
            repeat: row.get(8)?,
        })
    })
}

/// The next signatures behind `after`, at most 200.
///
/// # Errors
/// When the database fails.
pub fn signatures(tx: &mut Tx, after: &str) -> Result<Vec<CheckedSignature>, StoreError> {
    tx.query(SIGNATURES, &[after.into()], |row| {
        let on_row = row.get::<Option<String>>(4)?.is_some();
        let commits = if on_row {
            vec![row.get(7)?]
        } else {
            vec![row.get(8)?, row.get(9)?]
        };
        Ok(CheckedSignature {
            place: place(row)?,
            on_row,
            covers: row.get(5)?,
            content_hash: row.get(6)?,
            commits,
        })
    })
}

fn place(row: &crate::db::Row) -> Result<Place, StoreError> {
    Ok(Place {
        id: row.get(0)?,
        code: row.get(1)?,
        form: (row.get(2)?, row.get(3)?),
    })
}
