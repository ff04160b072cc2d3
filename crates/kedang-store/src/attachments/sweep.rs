//! What a sweep asks: which uploads broke off, and which contents are referred to.

use std::collections::HashSet;

use crate::db::{StoreError, Tx, statements};

statements! {
    FORGET = "delete from attachments where state = 'pending' and created_at < $1";
    CONTENTS = "select sha256, display_sha, thumbnail_sha from attachments where state <> 'pending'";
}

/// Forgets the rows whose file has not come before `before` (µs); how many there were.
///
/// # Errors
/// When the database fails.
pub fn forget_pending(tx: &mut Tx, before: i64) -> Result<u64, StoreError> {
    tx.execute(FORGET, &[before.into()])
}

/// The hashes of every content that an attachment refers to.
///
/// # Errors
/// When the database fails.
pub fn contents(tx: &mut Tx) -> Result<HashSet<String>, StoreError> {
    let mut all = HashSet::new();
    tx.each(CONTENTS, &[], |row| {
        for column in 0..3 {
            all.extend(row.get::<Option<String>>(column)?);
        }
        Ok(())
    })?;
    Ok(all)
}
