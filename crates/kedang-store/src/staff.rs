//! Staff and the roles they hold.

use kedang_core::{DepartmentId, StaffId};

use crate::db::{StoreError, Tx, statements};

statements! {
    INSERT = "insert into staff (id, login, name, sort_key, department_id, password_hash, status, language, theme, density, created_at, updated_at, version) values ($1, $2, $3, $4, $5, $6, 'active', $7, 'auto', 'comfortable', $8, $8, 1)";
    GIVE_ROLE = "insert into staff_roles (staff_id, role, department_id, created_at) values ($1, $2, $3, $4)";
    ROLES = "select role, department_id from staff_roles where staff_id = $1 order by role, department_id";
    CREDENTIALS = "select id, password_hash from staff where login = $1 and status = 'active'";
    BY_LOGIN = "select id from staff where login = $1 and status = 'active'";
    SET_PASSWORD = "update staff set password_hash = $2, updated_at = $3, version = version + 1 where id = $1";
    SET_LOOK = "update staff set language = $2, theme = $3, density = $4, updated_at = $5, version = version + 1 where id = $1";
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

/// Whether anybody is on the staff yet.
///
/// # Errors
/// When the database fails.
pub fn any(tx: &mut Tx) -> Result<bool, StoreError> {
    Ok(tx.first(ANY, &[], |row| row.get::<i64>(0))?.is_some())
}
