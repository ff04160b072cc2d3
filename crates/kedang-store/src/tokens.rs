//! API tokens, known by their hash.

use kedang_core::{DepartmentId, StaffId};

use crate::db::{StoreError, Tx, statements};
use crate::sessions::Bearer;
use crate::staff::Look;

statements! {
    INSERT = "insert into tokens (id, token_hash, staff_id, name, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)";
    BEARER = "select p.id, p.login, p.name, p.department_id, p.language, p.theme, p.density, exists (select 1 from grants g where g.staff_id = p.id and g.not_before <= $2 and g.expires_at > $2 and g.revoked_at is null), exists (select 1 from co_owners h where h.staff_id = p.id) from tokens t join staff p on p.id = t.staff_id where t.token_hash = $1 and t.expires_at > $2 and t.revoked_at is null and p.status = 'active'";
}

/// A token to be stored.
#[derive(Debug)]
pub struct NewToken<'a> {
    /// The id.
    pub id: &'a str,
    /// SHA-256 of the token, 32 bytes.
    pub token_hash: &'a [u8],
    /// Whose rights it carries.
    pub staff: &'a StaffId,
    /// What it is for.
    pub name: &'a str,
    /// µs.
    pub at: i64,
    /// µs.
    pub expires_at: i64,
}

/// Stores a token.
///
/// # Errors
/// When the database fails.
pub fn insert(tx: &mut Tx, new: &NewToken) -> Result<(), StoreError> {
    tx.execute(
        INSERT,
        &[
            new.id.into(),
            new.token_hash.to_vec().into(),
            new.staff.as_str().into(),
            new.name.into(),
            new.at.into(),
            new.expires_at.into(),
        ],
    )?;
    Ok(())
}

/// Who stands behind a token with this hash at `now` (µs).
///
/// # Errors
/// When the database fails.
pub fn bearer(tx: &mut Tx, token_hash: &[u8], now: i64) -> Result<Option<Bearer>, StoreError> {
    tx.first(BEARER, &[token_hash.to_vec().into(), now.into()], |row| {
        Ok(Bearer {
            session: None,
            last_seen_at: now,
            staff: StaffId::trusted(row.get(0)?),
            login: row.get(1)?,
            name: row.get(2)?,
            department: DepartmentId::trusted(row.get(3)?),
            look: Look {
                language: row.get(4)?,
                theme: row.get(5)?,
                density: row.get(6)?,
            },
            granted: row.get(7)?,
            co_owns: row.get(8)?,
        })
    })
}
