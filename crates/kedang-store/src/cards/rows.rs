//! Rows of append-only repeats: added and corrected by a new row, never changed (D01-13).

use kedang_core::card::RowHead;
use kedang_core::customer::Named;
use kedang_core::digest::hex;
use kedang_core::{CardId, Instant, RowId};

use crate::db::{Row, StoreError, Tx, statements};

macro_rules! columns {
    () => {
        "select r.id, r.seq, r.corrects_id, c.id, s.id, s.name, r.created_at, r.content_hash, r.answers, r.commits, r.repeat from card_rows r join staff s on s.id = r.author_id left join card_rows c on c.corrects_id = r.id where "
    };
}

statements! {
    INSERT = "insert into card_rows (id, card_id, repeat, seq, answers, salts, commits, content_hash, corrects_id, author_id, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    NEXT = "select cast(coalesce(max(seq), 0) + 1 as bigint) from card_rows where card_id = $1 and repeat = $2";
    FIND = concat!(columns!(), "r.card_id = $1 and r.id = $2");
    LIST = concat!(columns!(), "r.card_id = $1 and r.repeat = $2 and r.seq < $3 order by r.seq desc limit $4");
}

/// A row to be stored.
#[derive(Debug)]
pub struct NewRow<'a> {
    /// The id.
    pub id: &'a RowId,
    /// The card.
    pub card: &'a CardId,
    /// The key of the repeat.
    pub repeat: &'a str,
    /// Counted from 1 within the repeat.
    pub seq: i64,
    /// Cells without class P2, canonical JSON.
    pub answers: &'a str,
    /// Path → salt (hex) of these cells, JSON.
    pub salts: &'a str,
    /// Path → commitment (hex) of all cells, JSON.
    pub commits: &'a str,
    /// 32 bytes.
    pub content_hash: &'a [u8],
    /// The row it corrects.
    pub corrects: Option<&'a RowId>,
    /// Who wrote it.
    pub author: &'a str,
    /// µs.
    pub at: i64,
}

/// A row as stored.
#[derive(Debug, Clone)]
pub struct StoredRow {
    /// Who, when, what it corrects.
    pub head: RowHead,
    /// Cells without class P2, canonical JSON.
    pub answers: String,
    /// Path → commitment (hex), JSON.
    pub commits: String,
    /// The key of the repeat.
    pub repeat: String,
}

/// Stores a row.
///
/// # Errors
/// A unique constraint on `card_rows.corrects_id` when that row was corrected already.
pub fn insert(tx: &mut Tx, new: &NewRow) -> Result<(), StoreError> {
    tx.execute(
        INSERT,
        &[
            new.id.as_str().into(),
            new.card.as_str().into(),
            new.repeat.into(),
            new.seq.into(),
            new.answers.into(),
            new.salts.into(),
            new.commits.into(),
            new.content_hash.into(),
            new.corrects.map(RowId::as_str).into(),
            new.author.into(),
            new.at.into(),
        ],
    )?;
    Ok(())
}

/// The number of the next row.
///
/// # Errors
/// When the database fails.
pub fn next(tx: &mut Tx, card: &CardId, repeat: &str) -> Result<i64, StoreError> {
    let args = [card.as_str().into(), repeat.into()];
    Ok(tx.first(NEXT, &args, |row| row.get(0))?.unwrap_or(1))
}

/// One row of a card.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Tx, card: &CardId, id: &RowId) -> Result<Option<StoredRow>, StoreError> {
    tx.first(FIND, &[card.as_str().into(), id.as_str().into()], read)
}

/// Rows with a number below `before`, newest first; reads one row more than `limit`.
///
/// # Errors
/// When the database fails.
pub fn list(
    tx: &mut Tx,
    card: &CardId,
    repeat: &str,
    before: i64,
    limit: u32,
) -> Result<Vec<StoredRow>, StoreError> {
    let args = [
        card.as_str().into(),
        repeat.into(),
        before.into(),
        (i64::from(limit) + 1).into(),
    ];
    tx.query(LIST, &args, read)
}

fn read(row: &Row) -> Result<StoredRow, StoreError> {
    Ok(StoredRow {
        head: RowHead {
            id: RowId::trusted(row.get(0)?),
            seq: row.get(1)?,
            corrects: row.get::<Option<String>>(2)?.map(RowId::trusted),
            corrected_by: row.get::<Option<String>>(3)?.map(RowId::trusted),
            author: Named {
                id: row.get(4)?,
                name: row.get(5)?,
            },
            at: Instant(row.get(6)?),
            content_hash: hex(&row.get::<Vec<u8>>(7)?),
        },
        answers: row.get(8)?,
        commits: row.get(9)?,
        repeat: row.get(10)?,
    })
}
