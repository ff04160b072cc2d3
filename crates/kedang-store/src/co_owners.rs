//! 协办: staff who hold a customer beside its owner.

use std::collections::HashSet;

use kedang_core::customer::Named;
use kedang_core::{CustomerId, StaffId};

use crate::db::{StoreError, Tx, statements};
use crate::filter;

statements! {
    LIST = "select s.id, s.name from co_owners h join staff s on s.id = h.staff_id where h.customer_id = $1 order by s.sort_key, s.id limit 50";
    HOLDS = "select 1 from co_owners where customer_id = $1 and staff_id = $2";
    ADD = "insert into co_owners (customer_id, staff_id, created_at) values ($1, $2, $3) on conflict (customer_id, staff_id) do nothing";
    REMOVE = "delete from co_owners where customer_id = $1 and staff_id = $2";
}

/// The co-owners of a customer, in human order, at most 50.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Tx, id: &CustomerId) -> Result<Vec<Named>, StoreError> {
    tx.query(LIST, &[id.as_str().into()], |row| {
        Ok(Named {
            id: row.get(0)?,
            name: row.get(1)?,
        })
    })
}

/// Whether somebody holds a customer beside its owner.
///
/// # Errors
/// When the database fails.
pub fn holds(tx: &mut Tx, id: &CustomerId, staff: &StaffId) -> Result<bool, StoreError> {
    let args = [id.as_str().into(), staff.as_str().into()];
    Ok(tx.first(HOLDS, &args, |row| row.get::<i64>(0))?.is_some())
}

/// Which of these customers, at most 200, somebody holds beside their owners.
///
/// # Errors
/// When the database fails.
pub fn held(
    tx: &mut Tx,
    customers: &[&CustomerId],
    staff: &StaffId,
) -> Result<HashSet<String>, StoreError> {
    if customers.is_empty() {
        return Ok(HashSet::new());
    }
    let ids = customers.iter().map(|id| id.as_str());
    let (sql, args) = filter::held(staff.as_str(), ids);
    let found = tx.query(&sql, &args, |row| row.get(0))?;
    Ok(found.into_iter().collect())
}

/// Makes somebody a co-owner; false when he is one.
///
/// # Errors
/// When the database fails.
pub fn add(tx: &mut Tx, id: &CustomerId, staff: &str, at: i64) -> Result<bool, StoreError> {
    Ok(tx.execute(ADD, &[id.as_str().into(), staff.into(), at.into()])? > 0)
}

/// Takes somebody from the co-owners; false when he was none.
///
/// # Errors
/// When the database fails.
pub fn remove(tx: &mut Tx, id: &CustomerId, staff: &str) -> Result<bool, StoreError> {
    Ok(tx.execute(REMOVE, &[id.as_str().into(), staff.into()])? > 0)
}
