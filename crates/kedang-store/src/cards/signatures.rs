//! Signatures on cards and rows. A void one stays.

use kedang_core::card::{Signature, Strokes};
use kedang_core::digest::hex;
use kedang_core::{CardId, Instant, RowId};

use crate::db::{Row, StoreError, Tx, statements};

macro_rules! columns {
    () => {
        "select id, row_id, revision, field, covers, post, signer, staff_id, strokes, content_hash, signed_at, voided_at from signatures where "
    };
}

statements! {
    INSERT = "insert into signatures (id, card_id, row_id, revision, field, covers, post, signer, staff_id, strokes, content_hash, recorded_by, signed_at, created_at, updated_at, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, $13, 1)";
    OF_CARD = concat!(columns!(), "card_id = $1 and row_id is null order by signed_at, id limit 1000");
    OF_ROW = concat!(columns!(), "row_id = $1 order by signed_at, id limit 1000");
    VOID = "update signatures set voided_at = $2, updated_at = $2, version = version + 1 where id = $1 and voided_at is null";
}

/// A signature to be stored.
#[derive(Debug)]
pub struct NewSignature<'a> {
    /// The id.
    pub id: &'a str,
    /// The card.
    pub card: &'a CardId,
    /// The row, if a row is signed.
    pub row: Option<&'a RowId>,
    /// The revision signed; 0 for a row.
    pub revision: i64,
    /// Key of the signature field.
    pub field: &'a str,
    /// Keys of the fields covered, JSON.
    pub covers: &'a str,
    /// The post in which it is given.
    pub post: Option<&'a str>,
    /// Who signs.
    pub signer: &'a str,
    /// The member of staff who signs.
    pub staff: Option<&'a str>,
    /// The lines drawn, JSON.
    pub strokes: &'a str,
    /// 32 bytes.
    pub content_hash: &'a [u8],
    /// Whose session it is.
    pub recorded_by: &'a str,
    /// µs.
    pub at: i64,
}

/// Stores a signature.
///
/// # Errors
/// When the database fails.
pub fn insert(tx: &mut Tx, new: &NewSignature) -> Result<(), StoreError> {
    tx.execute(
        INSERT,
        &[
            new.id.into(),
            new.card.as_str().into(),
            new.row.map(RowId::as_str).into(),
            new.revision.into(),
            new.field.into(),
            new.covers.into(),
            new.post.into(),
            new.signer.into(),
            new.staff.into(),
            new.strokes.into(),
            new.content_hash.into(),
            new.recorded_by.into(),
            new.at.into(),
        ],
    )?;
    Ok(())
}

/// The signatures on the card itself, oldest first.
///
/// # Errors
/// When the database fails.
pub fn of_card(tx: &mut Tx, card: &CardId) -> Result<Vec<Signature>, StoreError> {
    tx.query(OF_CARD, &[card.as_str().into()], read)
}

/// The signatures on a row, oldest first.
///
/// # Errors
/// When the database fails.
pub fn of_row(tx: &mut Tx, row: &RowId) -> Result<Vec<Signature>, StoreError> {
    tx.query(OF_ROW, &[row.as_str().into()], read)
}

/// Makes a signature void at `at` (µs).
///
/// # Errors
/// When the database fails.
pub fn void(tx: &mut Tx, id: &str, at: i64) -> Result<(), StoreError> {
    tx.execute(VOID, &[id.into(), at.into()])?;
    Ok(())
}

fn read(row: &Row) -> Result<Signature, StoreError> {
    let unreadable = |what: &str, error: &serde_json::Error| {
        StoreError::Type(format!("signatures.{what}: {error}"))
    };
    let covers: Vec<String> =
        serde_json::from_str(row.text(4)?).map_err(|e| unreadable("covers", &e))?;
    let strokes: Strokes =
        serde_json::from_str(row.text(8)?).map_err(|e| unreadable("strokes", &e))?;
    Ok(Signature {
        id: row.get(0)?,
        row: row.get::<Option<String>>(1)?.map(RowId::trusted),
        revision: row.get(2)?,
        field: row.get(3)?,
        covers,
        post: row.get(5)?,
        signer: row.get(6)?,
        staff: row.get(7)?,
        strokes,
        content_hash: hex(&row.get::<Vec<u8>>(9)?),
        signed_at: Instant(row.get(10)?),
        voided_at: row.get::<Option<i64>>(11)?.map(Instant),
    })
}
