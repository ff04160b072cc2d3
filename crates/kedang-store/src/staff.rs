//! Staff and the roles they hold.

use kedang_core::customer::Named;
use kedang_core::{DepartmentId, StaffId};

use crate::db::{StoreError, Tx, statements};
use crate::sessions::Bearer;

statements! {
    INSERT = "insert into staff (id, login, name, sort_key, department_id, password_hash, status, language, theme, density, created_at, updated_at, version) values ($1, $2, $3, $4, $5, $6, 'active', $7, 'auto', 'comfortable', $8, $8, 1)";
    GIVE_ROLE = "insert into staff_roles (staff_id, role, department_id, created_at) values ($1, $2, $3, $4)";
    ROLES = "select role, department_id from staff_roles where staff_id = $1 order by role, department_id";
    CREDENTIALS = "select id, password_hash from staff where login = $1 and status = 'active'";
    BY_LOGIN = "select id from staff where login = $1 and status = 'active'";
    CALLED = "select id from staff where status = 'active' and (login = $1 or name = $1) order by id limit 2";
    FIRST_WITH_ROLE = "select s.id from staff_roles r join staff s on s.id = r.staff_id where r.role = $1 and s.status = 'active' order by s.created_at, s.id limit 1";
    BEARER = "select p.login, p.name, p.department_id, p.language, p.theme, p.density, exists (select 1 from grants g where g.staff_id = p.id and g.not_before <= $2 and g.expires_at > $2 and g.revoked_at is null), exists (select 1 from co_owners h where h.staff_id = p.id) from staff p where p.id = $1 and p.status = 'active'";
    SET_PASSWORD = "update staff set password_hash = $2, updated_at = $3, version = version + 1 where id = $1";
    SET_LOOK = "update staff set language = $2, theme = $3, density = $4, updated_at = $5, version = version + 1 where id = $1";
    NAMES = "select id, name, department_id from staff where status = 'active' order by sort_key, id limit 500";
    CARRIER = "select s.department_id from staff s where s.id = $1 and s.status = 'active' and exists (select 1 from staff_roles r where r.staff_id = s.id and r.role in ('sales', 'head', 'steward', 'gm'))";
    ANY = "select 1 from staff limit 1";
}

/// A member of staff to be stored.
#[derive(Debug)]
pub struct NewStaff<'a> {
    /// The id.
    pub id: &'a str,
    /// The name to sign in with.
    pub login: &'a str,
    /// The person's name.
    pub name: &'a str,
    /// The name's place in human order.
    pub sort_key: &'a str,
    /// The department in which the person works.
    pub department: &'a str,
    /// Argon2id in PHC form; `None` cannot sign in with a password.
    pub password_hash: Option<&'a str>,
    /// Language of the pages.
    pub language: &'a str,
    /// µs.
    pub at: i64,
}

/// Stores a member of staff.
///
/// # Errors
/// A unique constraint on `staff.login`, or a failing database.
pub fn insert(tx: &mut Tx, new: &NewStaff) -> Result<(), StoreError> {
    tx.execute(
        INSERT,
        &[
            new.id.into(),
            new.login.into(),
            new.name.into(),
            new.sort_key.into(),
            new.department.into(),
            new.password_hash.into(),
            new.language.into(),
            new.at.into(),
        ],
    )?;
    Ok(())
}

/// Gives a role, held in a department.
///
/// # Errors
/// When the role or the department is not there, or held already.
pub fn give_role(
    tx: &mut Tx,
    staff: &str,
    role: &str,
    department: &str,
    at: i64,
) -> Result<(), StoreError> {
    tx.execute(
        GIVE_ROLE,
        &[staff.into(), role.into(), department.into(), at.into()],
    )?;
    Ok(())
}

/// The roles held, each with its department.
///
/// # Errors
/// When the database fails.
pub fn roles(tx: &mut Tx, id: &StaffId) -> Result<Vec<(String, DepartmentId)>, StoreError> {
    tx.query(ROLES, &[id.as_str().into()], |row| {
        Ok((row.get(0)?, DepartmentId::trusted(row.get(1)?)))
    })
}

/// Id and password hash of an active member of staff.
///
/// # Errors
/// When the database fails.
pub fn credentials(
    tx: &mut Tx,
    login: &str,
) -> Result<Option<(StaffId, Option<String>)>, StoreError> {
    tx.first(CREDENTIALS, &[login.into()], |row| {
        Ok((StaffId::trusted(row.get(0)?), row.get(1)?))
    })
}

/// The active member of staff who signs in as `login`.
///
/// # Errors
/// When the database fails.
pub fn by_login(tx: &mut Tx, login: &str) -> Result<Option<StaffId>, StoreError> {
    tx.first(BY_LOGIN, &[login.into()], |row| {
        row.get(0).map(StaffId::trusted)
    })
}

/// The first active member of staff who holds a role.
///
/// # Errors
/// When the database fails.
pub fn first_with_role(tx: &mut Tx, role: &str) -> Result<Option<StaffId>, StoreError> {
    tx.first(FIRST_WITH_ROLE, &[role.into()], |row| {
        row.get(0).map(StaffId::trusted)
    })
}

/// An active member of staff as a bearer without credential, at `now` (µs): for commands.
///
/// # Errors
/// When the database fails.
pub fn bearer(tx: &mut Tx, id: &StaffId, now: i64) -> Result<Option<Bearer>, StoreError> {
    tx.first(BEARER, &[id.as_str().into(), now.into()], |row| {
        Ok(Bearer {
            session: None,
            last_seen_at: now,
            staff: id.clone(),
            login: row.get(0)?,
            name: row.get(1)?,
            department: DepartmentId::trusted(row.get(2)?),
            look: Look {
                language: row.get(3)?,
                theme: row.get(4)?,
                density: row.get(5)?,
            },
            granted: row.get(6)?,
            co_owns: row.get(7)?,
        })
    })
}

/// Sets a password hash.
///
/// # Errors
/// When the database fails.
pub fn set_password(tx: &mut Tx, id: &StaffId, hash: &str, at: i64) -> Result<(), StoreError> {
    tx.execute(SET_PASSWORD, &[id.as_str().into(), hash.into(), at.into()])?;
    Ok(())
}

/// How the pages look to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// `zh-CN` or `en`.
    pub language: String,
    /// `light`, `dark` or `auto`.
    pub theme: String,
    /// `comfortable` or `compact`.
    pub density: String,
}

/// Stores how the pages look to one person.
///
/// # Errors
/// When the database fails.
pub fn set_look(tx: &mut Tx, id: &StaffId, look: &Look, at: i64) -> Result<(), StoreError> {
    tx.execute(
        SET_LOOK,
        &[
            id.as_str().into(),
            look.language.as_str().into(),
            look.theme.as_str().into(),
            look.density.as_str().into(),
            at.into(),
        ],
    )?;
    Ok(())
}

/// Names and departments of the active staff in human order, at most 500.
///
/// # Errors
/// When the database fails.
pub fn names(tx: &mut Tx) -> Result<Vec<(Named, DepartmentId)>, StoreError> {
    tx.query(NAMES, &[], |row| {
        let named = Named {
            id: row.get(0)?,
            name: row.get(1)?,
        };
        Ok((named, DepartmentId::trusted(row.get(2)?)))
    })
}

/// Whether anybody is on the staff yet.
///
/// # Errors
/// When the database fails.
pub fn any(tx: &mut Tx) -> Result<bool, StoreError> {
    Ok(tx.first(ANY, &[], |row| row.get::<i64>(0))?.is_some())
}

/// Active members of staff with this login or name, at most two: enough to know whether it is one.
///
/// # Errors
/// When the database fails.
pub fn called(tx: &mut Tx, name: &str) -> Result<Vec<StaffId>, StoreError> {
    tx.query(CALLED, &[name.into()], |row| {
        row.get(0).map(StaffId::trusted)
    })
}

/// The department of somebody who can carry customers: active, in a role that works with dossiers.
///
/// # Errors
/// When the database fails.
pub fn carrier(tx: &mut Tx, id: &StaffId) -> Result<Option<DepartmentId>, StoreError> {
    tx.first(CARRIER, &[id.as_str().into()], |row| {
        row.get(0).map(DepartmentId::trusted)
    })
}
