//! Which card holds which attachment.

use kedang_core::{AttachmentId, CardId};

use crate::db::{Kind, StoreError, Tx, Value, statements};

statements! {
    PUT_FILE = "insert into card_files (holder_id, path, attachment_id, card_id) values ($1, $2, $3, $4)";
    CLEAR_FILES = "delete from card_files where holder_id = $1";
    HOLDERS = "select distinct card_id from card_files where attachment_id = $1 order by card_id limit 10";
}

/// Replaces the files that `holder`, a card or a row of it, holds: path and attachment.
///
/// # Errors
/// When the database fails.
pub fn put_files(
    tx: &mut Tx,
    card: &CardId,
    holder: &str,
    files: &[(String, AttachmentId)],
) -> Result<(), StoreError> {
    tx.execute(CLEAR_FILES, &[holder.into()])?;
    let rows: Vec<[Value; 4]> = files
        .iter()
        .map(|(path, id)| {
            [
                holder.into(),
                path.as_str().into(),
                id.as_str().into(),
                card.as_str().into(),
            ]
        })
        .collect();
    tx.insert_many(PUT_FILE, &[Kind::Text; 4], &rows)?;
    Ok(())
}

/// Cards that hold an attachment, at most ten.
///
/// # Errors
/// When the database fails.
pub fn holders(tx: &mut Tx, id: &AttachmentId) -> Result<Vec<CardId>, StoreError> {
    tx.query(HOLDERS, &[id.as_str().into()], |row| {
        row.get(0).map(CardId::trusted)
    })
}
