//! The states of a card, one row each, never without their hash.

use kedang_core::card::Revision;
use kedang_core::customer::Named;
use kedang_core::digest::hex;
use kedang_core::{CardId, Instant};

use crate::db::{Row, StoreError, Tx, statements};

macro_rules! columns {
    () => {
        "select r.seq, s.id, s.name, r.created_at, r.how, r.content_hash"
    };
}

statements! {
    INSERT = "insert into card_revisions (id, card_id, seq, answers, salts, commits, content_hash, author_id, how, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    FIND = concat!(columns!(), ", r.id, r.answers, r.salts, r.commits from card_revisions r join staff s on s.id = r.author_id where r.card_id = $1 and r.seq = $2");
    LIST = concat!(columns!(), " from card_revisions r join staff s on s.id = r.author_id where r.card_id = $1 order by r.seq desc limit 1000");
}

/// A state to be stored.
#[derive(Debug)]
pub struct NewRevision<'a> {
    /// The id.
    pub id: &'a str,
    /// The card.
    pub card: &'a CardId,
    /// Counted from 1.
    pub seq: i64,
    /// Answers without class P2, canonical JSON.
    pub answers: &'a str,
    /// Path → salt (hex) of these answers, JSON.
    pub salts: &'a str,
    /// Path → commitment (hex) of all answers, JSON.
    pub commits: &'a str,
    /// 32 bytes.
    pub content_hash: &'a [u8],
    /// Who wrote it.
    pub author: &'a str,
    /// How it was learned.
    pub how: Option<&'a str>,
    /// µs.
    pub at: i64,
}

/// A state as stored.
#[derive(Debug, Clone)]
pub struct StoredRevision {
    /// Its id: the holder of its sealed answers.
    pub id: String,
    /// Who, when, how.
    pub head: Revision,
    /// Answers without class P2, canonical JSON.
    pub answers: String,
    /// Path → salt (hex), JSON.
    pub salts: String,
    /// Path → commitment (hex), JSON.
    pub commits: String,
}

/// Stores a state.
///
/// # Errors
/// A unique constraint when somebody was faster.
pub fn insert(tx: &mut Tx, new: &NewRevision) -> Result<(), StoreError> {
    tx.execute(
        INSERT,
        &[
            new.id.into(),
            new.card.as_str().into(),
            new.seq.into(),
            new.answers.into(),
            new.salts.into(),
            new.commits.into(),
            new.content_hash.into(),
            new.author.into(),
            new.how.into(),
            new.at.into(),
        ],
    )?;
    Ok(())
}

/// One state of a card.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Tx, card: &CardId, seq: i64) -> Result<Option<StoredRevision>, StoreError> {
    tx.first(FIND, &[card.as_str().into(), seq.into()], |row| {
        Ok(StoredRevision {
            head: head(row)?,
            id: row.get(6)?,
            answers: row.get(7)?,
            salts: row.get(8)?,
            commits: row.get(9)?,
        })
    })
}

/// The states of a card, newest first, at most 1,000.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Tx, card: &CardId) -> Result<Vec<Revision>, StoreError> {
    tx.query(LIST, &[card.as_str().into()], head)
}

fn head(row: &Row) -> Result<Revision, StoreError> {
    Ok(Revision {
        seq: row.get(0)?,
        author: Named {
            id: row.get(1)?,
            name: row.get(2)?,
        },
        at: Instant(row.get(3)?),
        how: row.get(4)?,
        content_hash: hex(&row.get::<Vec<u8>>(5)?),
    })
}
