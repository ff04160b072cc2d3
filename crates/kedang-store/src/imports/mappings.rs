//! What the columns of a file were the last time a file with these headers came.

use crate::db::{StoreError, Tx, statements};

statements! {
    FIND = "select targets from import_mappings where signature = $1";
    PUT = "insert into import_mappings (signature, targets, staff_id, created_at, updated_at, version) values ($1, $2, $3, $4, $4, 1) on conflict (signature) do update set targets = excluded.targets, staff_id = excluded.staff_id, updated_at = excluded.updated_at, version = import_mappings.version + 1";
}

/// The targets of the columns of a file with these headers, JSON.
///
/// # Errors
/// When the database fails.
pub fn mapping(tx: &mut Tx, signature: &str) -> Result<Option<String>, StoreError> {
    tx.first(FIND, &[signature.into()], |row| row.get(0))
}

/// Remembers them.
///
/// # Errors
/// When the database fails.
pub fn remember(
    tx: &mut Tx,
    signature: &str,
    targets: &str,
    staff: &str,
    at: i64,
) -> Result<(), StoreError> {
    let args = [signature.into(), targets.into(), staff.into(), at.into()];
    tx.execute(PUT, &args)?;
    Ok(())
}
