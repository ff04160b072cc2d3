//! 隶属: which organization stands right above which (D12-4).

use kedang_core::CustomerId;

use crate::db::{StoreError, Tx, statements};

statements! {
    PARENT = "select parent_id from branches where customer_id = $1";
    PUT = "insert into branches (customer_id, parent_id, created_at, updated_at, version) values ($1, $2, $3, $3, 1) on conflict (customer_id) do update set parent_id = excluded.parent_id, updated_at = excluded.updated_at, version = branches.version + 1";
    REMOVE = "delete from branches where customer_id = $1";
    CHILDREN = "select b.customer_id from branches b join customers c on c.id = b.customer_id where b.parent_id = $1 and c.deleted_at is null order by c.sort_key, c.id limit 200";
    LINKS = "with recursive below (id, parent) as (select b.customer_id, b.parent_id from branches b where b.parent_id = $1 union select b.customer_id, b.parent_id from below t join branches b on b.parent_id = t.id) select id, parent from below limit 1000";
}

/// Who stands right above a customer, living or not.
///
/// # Errors
/// When the database fails.
pub fn parent(tx: &mut Tx, id: &CustomerId) -> Result<Option<CustomerId>, StoreError> {
    tx.first(PARENT, &[id.as_str().into()], |row| {
        row.get(0).map(CustomerId::trusted)
    })
}

/// Puts a customer under another, `at` µs.
///
/// # Errors
/// When the database fails.
pub fn put(tx: &mut Tx, id: &CustomerId, parent: &CustomerId, at: i64) -> Result<(), StoreError> {
    let args = [id.as_str().into(), parent.as_str().into(), at.into()];
    tx.execute(PUT, &args)?;
    Ok(())
}

/// Takes a customer out from under another; false when it was under none.
///
/// # Errors
/// When the database fails.
pub fn remove(tx: &mut Tx, id: &CustomerId) -> Result<bool, StoreError> {
    Ok(tx.execute(REMOVE, &[id.as_str().into()])? > 0)
}

/// The living customers right below one, in human order, at most 200.
///
/// # Errors
/// When the database fails.
pub fn children(tx: &mut Tx, id: &CustomerId) -> Result<Vec<CustomerId>, StoreError> {
    tx.query(CHILDREN, &[id.as_str().into()], |row| {
        row.get(0).map(CustomerId::trusted)
    })
}

/// Every pair of child and parent below an organization, at most 1,000.
///
/// # Errors
/// When the database fails.
pub fn links(tx: &mut Tx, root: &CustomerId) -> Result<Vec<(CustomerId, CustomerId)>, StoreError> {
    tx.query(LINKS, &[root.as_str().into()], |row| {
        Ok((
            CustomerId::trusted(row.get(0)?),
            CustomerId::trusted(row.get(1)?),
        ))
    })
}
