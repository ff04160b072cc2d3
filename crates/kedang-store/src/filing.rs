//! 建档部门: which departments keep cards in a dossier (D11-3).

use std::collections::HashMap;

use kedang_core::CustomerId;

use crate::db::{StoreError, Tx};
use crate::filter;

/// The departments with cards of each customer that has any, by name; at most 200 customers.
///
/// # Errors
/// When the database fails.
pub fn departments(
    tx: &mut Tx,
    customers: &[&CustomerId],
) -> Result<HashMap<String, Vec<String>>, StoreError> {
    let mut found: HashMap<String, Vec<String>> = HashMap::new();
    if customers.is_empty() {
        return Ok(found);
    }
    let (sql, args) = filter::filing_departments(customers.iter().map(|id| id.as_str()));
    let pairs = tx.query(&sql, &args, |row| Ok((row.get(0)?, row.get(1)?)))?;
    for (customer, department) in pairs {
        let known: &mut Vec<String> = found.entry(customer).or_default();
        known.push(department);
    }
    Ok(found)
}
