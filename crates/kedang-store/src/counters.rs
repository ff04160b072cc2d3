//! Running numbers, each issued once.

use crate::db::{StoreError, Tx, statements};

statements! {
    TAKE = "update counters set next = next + $2 where name = $1 returning next - $2";
    PASS = "update counters set next = $2 + 1 where name = $1 and next <= $2";
}

/// Takes the next `count` numbers of a counter and answers the first. They are gone once its
/// transaction commits.
///
/// # Errors
/// When the database fails or does not know the counter.
pub fn take(tx: &mut Tx, name: &str, count: usize) -> Result<i64, StoreError> {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    tx.first(TAKE, &[name.into(), count.into()], |row| row.get(0))?
        .ok_or_else(|| StoreError::Type(format!("there is no counter {name}")))
}

/// Goes on behind `number`, which was given from elsewhere.
///
/// # Errors
/// When the database fails.
pub fn pass(tx: &mut Tx, name: &str, number: i64) -> Result<(), StoreError> {
    tx.execute(PASS, &[name.into(), number.into()])?;
    Ok(())
}
