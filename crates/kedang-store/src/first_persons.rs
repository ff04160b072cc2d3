//! Whom to ask for at each customer of a page.

use std::collections::HashMap;

use kedang_core::CustomerId;
use kedang_core::listing::FirstPerson;

use crate::db::{StoreError, Tx};
use crate::filter;

/// The first decision-maker or contact of each customer that has one; at most 200 customers.
///
/// # Errors
/// When the database fails.
pub fn of(
    tx: &mut Tx,
    customers: &[&CustomerId],
) -> Result<HashMap<String, FirstPerson>, StoreError> {
    if customers.is_empty() {
        return Ok(HashMap::new());
    }
    let (sql, args) = filter::first_persons(customers.iter().map(|id| id.as_str()));
    let found = tx.query(&sql, &args, |row| {
        let person = FirstPerson {
            name: row.get(1)?,
            title: row.get(2)?,
            mobile: row.get(3)?,
            phone: row.get(4)?,
        };
        Ok((row.get(0)?, person))
    })?;
    Ok(found.into_iter().collect())
}
