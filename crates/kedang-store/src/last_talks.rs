//! What was last heard of each customer of a page.

use std::collections::HashMap;

use kedang_core::CustomerId;
use kedang_core::listing::LastTalk;

use crate::db::{StoreError, Tx};
use crate::filter;

/// The newest contact of each customer that has one; at most 200 customers.
///
/// # Errors
/// When the database fails.
pub fn of(tx: &mut Tx, customers: &[&CustomerId]) -> Result<HashMap<String, LastTalk>, StoreError> {
    if customers.is_empty() {
        return Ok(HashMap::new());
    }
    let (sql, args) = filter::last_talks(customers.iter().map(|id| id.as_str()));
    let found = tx.query(&sql, &args, |row| {
        let talk = LastTalk {
            happened_on: row.get(1)?,
            channel: row.get(2)?,
            direction: row.get(3)?,
        };
        Ok((row.get(0)?, talk))
    })?;
    Ok(found.into_iter().collect())
}
