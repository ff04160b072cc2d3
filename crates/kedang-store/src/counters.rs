//! Running numbers, each issued once.

use crate::db::{StoreError, Tx, statements};

statements! {
    TAKE = "update counters set next = next + 1 where name = $1 returning next - 1";
}

/// Takes the next number of a counter. A number is gone once its transaction commits.
///
/// # Errors
/// When the database fails or does not know the counter.
pub fn take(tx: &mut Tx, name: &str) -> Result<i64, StoreError> {
    tx.first(TAKE, &[name.into()], |row| row.get(0))?
        .ok_or_else(|| StoreError::Type(format!("there is no counter {name}")))
}
