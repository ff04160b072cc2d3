//! One-time links with which the first member of staff signs up.

use crate::db::{StoreError, Tx, statements};

statements! {
    INSERT = "insert into setup_links (token_hash, created_at, expires_at) values ($1, $2, $3)";
    OPEN = "select 1 from setup_links where token_hash = $1 and expires_at > $2 and used_at is null";
    USE = "update setup_links set used_at = $2 where token_hash = $1 and expires_at > $2 and used_at is null";
}

/// Stores a link by the SHA-256 of its token; times in µs.
///
/// # Errors
/// When the database fails.
pub fn insert(tx: &mut Tx, token_hash: &[u8], at: i64, expires_at: i64) -> Result<(), StoreError> {
    tx.execute(
        INSERT,
        &[token_hash.to_vec().into(), at.into(), expires_at.into()],
    )?;
    Ok(())
}

/// Whether the link may still be used at `now` (µs).
///
/// # Errors
/// When the database fails.
pub fn is_open(tx: &mut Tx, token_hash: &[u8], now: i64) -> Result<bool, StoreError> {
    let open = tx.first(OPEN, &[token_hash.to_vec().into(), now.into()], |r| {
        r.get::<i64>(0)
    })?;
    Ok(open.is_some())
}

/// Uses the link up; false when it was used or has run out.
///
/// # Errors
/// When the database fails.
pub fn use_up(tx: &mut Tx, token_hash: &[u8], now: i64) -> Result<bool, StoreError> {
    Ok(tx.execute(USE, &[token_hash.to_vec().into(), now.into()])? == 1)
}
