//! Signing capacities (美容顾问, 专家 …) of staff, apart from roles.

use kedang_core::StaffId;

use crate::db::{StoreError, Tx, statements};

statements! {
    OF = "select post from staff_posts where staff_id = $1 order by post";
    GIVE = "insert into staff_posts (staff_id, post, created_at) values ($1, $2, $3) on conflict (staff_id, post) do nothing";
    SIGNER = "select name from staff where id = $1 and status = 'active'";
}

/// The posts that somebody holds.
///
/// # Errors
/// When the database fails.
pub fn of(tx: &mut Tx, staff: &StaffId) -> Result<Vec<String>, StoreError> {
    tx.query(OF, &[staff.as_str().into()], |row| row.get(0))
}

/// Gives a post at `at` (µs); who holds it already keeps it.
///
/// # Errors
/// When the database fails.
pub fn give(tx: &mut Tx, staff: &StaffId, post: &str, at: i64) -> Result<(), StoreError> {
    tx.execute(GIVE, &[staff.as_str().into(), post.into(), at.into()])?;
    Ok(())
}

/// The name of an active member of staff.
///
/// # Errors
/// When the database fails.
pub fn signer(tx: &mut Tx, staff: &StaffId) -> Result<Option<String>, StoreError> {
    tx.first(SIGNER, &[staff.as_str().into()], |row| row.get(0))
}
