//! Signed-in devices, known by the hash of their token.

use kedang_core::{DepartmentId, SessionId, StaffId};

use crate::db::{StoreError, Tx, statements};
use crate::staff::Look;

statements! {
    INSERT = "insert into sessions (id, token_hash, staff_id, device, address, created_at, last_seen_at, expires_at) values ($1, $2, $3, $4, $5, $6, $6, $7)";
    BEARER = "select s.id, s.last_seen_at, p.id, p.login, p.name, p.department_id, p.language, p.theme, p.density, exists (select 1 from grants g where g.staff_id = p.id and g.not_before <= $2 and g.expires_at > $2 and g.revoked_at is null), exists (select 1 from co_owners h where h.staff_id = p.id) from sessions s join staff p on p.id = s.staff_id where s.token_hash = $1 and s.expires_at > $2 and s.revoked_at is null and p.status = 'active'";
    SEEN = "update sessions set last_seen_at = $2 where id = $1 and last_seen_at < $2";
    LIST = "select id, device, address, created_at, last_seen_at from sessions where staff_id = $1 and expires_at > $2 and revoked_at is null order by last_seen_at desc, id desc limit 100";
    REVOKE = "update sessions set revoked_at = $3 where id = $1 and staff_id = $2 and revoked_at is null";
}

/// A session to be stored.
#[derive(Debug)]
pub struct NewSession<'a> {
    /// The id.
    pub id: &'a str,
    /// SHA-256 of the token, 32 bytes.
    pub token_hash: &'a [u8],
    /// Whose.
    pub staff: &'a StaffId,
    /// The browser, as it calls itself.
    pub device: &'a str,
    /// Where it came from.
    pub address: &'a str,
    /// µs.
    pub at: i64,
    /// µs.
    pub expires_at: i64,
}

/// Stores a session.
///
/// # Errors
/// When the database fails.
pub fn insert(tx: &mut Tx, new: &NewSession) -> Result<(), StoreError> {
    tx.execute(
        INSERT,
        &[
            new.id.into(),
            new.token_hash.to_vec().into(),
            new.staff.as_str().into(),
            new.device.into(),
            new.address.into(),
            new.at.into(),
            new.expires_at.into(),
        ],
    )?;
    Ok(())
}

/// The member of staff behind a credential.
#[derive(Debug, Clone)]
pub struct Bearer {
    /// The session; `None` when the credential is an API token.
    pub session: Option<SessionId>,
    /// When the session was last seen, µs.
    pub last_seen_at: i64,
    /// Who.
    pub staff: StaffId,
    /// As signed in.
    pub login: String,
    /// As addressed.
    pub name: String,
    /// Where the person works.
    pub department: DepartmentId,
    /// How the pages look to the person.
    pub look: Look,
    /// Whether any grant to the person is in force.
    pub granted: bool,
    /// Whether the person holds any customer beside its owner.
    pub co_owns: bool,
}

/// Who holds a session with this token hash at `now` (µs).
///
/// # Errors
/// When the database fails.
pub fn bearer(tx: &mut Tx, token_hash: &[u8], now: i64) -> Result<Option<Bearer>, StoreError> {
    tx.first(BEARER, &[token_hash.to_vec().into(), now.into()], |row| {
        Ok(Bearer {
            session: Some(SessionId::trusted(row.get(0)?)),
            last_seen_at: row.get(1)?,
            staff: StaffId::trusted(row.get(2)?),
            login: row.get(3)?,
            name: row.get(4)?,
            department: DepartmentId::trusted(row.get(5)?),
            look: Look {
                language: row.get(6)?,
                theme: row.get(7)?,
                density: row.get(8)?,
            },
            granted: row.get(9)?,
            co_owns: row.get(10)?,
        })
    })
}

/// Notes that a session was seen at `at` (µs).
///
/// # Errors
/// When the database fails.
pub fn seen(tx: &mut Tx, id: &SessionId, at: i64) -> Result<(), StoreError> {
    tx.execute(SEEN, &[id.as_str().into(), at.into()])?;
    Ok(())
}

/// A device in the list of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// The session.
    pub id: SessionId,
    /// The browser, as it calls itself.
    pub device: String,
    /// Where it came from.
    pub address: String,
    /// µs.
    pub created_at: i64,
    /// µs.
    pub last_seen_at: i64,
}

/// The devices on which a person is signed in at `now` (µs), last seen first, at most 100.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Tx, staff: &StaffId, now: i64) -> Result<Vec<Device>, StoreError> {
    tx.query(LIST, &[staff.as_str().into(), now.into()], |row| {
        Ok(Device {
            id: SessionId::trusted(row.get(0)?),
            device: row.get(1)?,
            address: row.get(2)?,
            created_at: row.get(3)?,
            last_seen_at: row.get(4)?,
        })
    })
}

/// Ends a session of this person; false when it is not there or ended already.
///
/// # Errors
/// When the database fails.
pub fn revoke(tx: &mut Tx, id: &SessionId, staff: &StaffId, at: i64) -> Result<bool, StoreError> {
    Ok(tx.execute(
        REVOKE,
        &[id.as_str().into(), staff.as_str().into(), at.into()],
    )? == 1)
}
