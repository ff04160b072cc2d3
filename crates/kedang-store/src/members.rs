//! Staff as those see them who keep the accounts: with roles, posts and links.

use std::collections::BTreeMap;

use kedang_core::customer::Named;
use kedang_core::staff::{HeldRole, Member, RoleIn};
use kedang_core::{DepartmentId, Instant, StaffId};

use crate::db::{Row, StoreError, Tx, statements};

/// What [`read`] reads.
macro_rules! columns {
    () => {
        "select s.id, s.login, s.name, d.id, d.name, s.status, s.password_hash is not null, s.created_at, s.version from staff s join departments d on d.id = s.department_id"
    };
}

statements! {
    LIST = concat!(columns!(), " order by s.sort_key, s.id limit 1000");
    FIND = concat!(columns!(), " where s.id = $1");
    ROLES = "select r.staff_id, r.role, d.id, d.name from staff_roles r join departments d on d.id = r.department_id order by r.staff_id, r.role, d.sort_key limit 1000";
    ROLES_OF = "select r.staff_id, r.role, d.id, d.name from staff_roles r join departments d on d.id = r.department_id where r.staff_id = $1 order by r.role, d.sort_key";
    POSTS = "select staff_id, post from staff_posts order by staff_id, post limit 1000";
    UPDATE = "update staff set name = $3, sort_key = $4, department_id = $5, updated_at = $6, version = version + 1 where id = $1 and version = $2";
    SET_STATUS = "update staff set status = $3, updated_at = $4, version = version + 1 where id = $1 and version = $2";
    TAKE_ROLES = "delete from staff_roles where staff_id = $1";
    TAKE_POSTS = "delete from staff_posts where staff_id = $1";
    ACTIVE = "select cast(count(*) as bigint) from staff where status = 'active'";
    HOLDERS = "select cast(count(distinct r.staff_id) as bigint) from staff_roles r join staff s on s.id = r.staff_id where r.role = $1 and s.status = 'active' and s.id <> $2";
    END_SESSIONS = "update sessions set revoked_at = $2 where staff_id = $1 and revoked_at is null";
    INSERT_LINK = "insert into staff_links (token_hash, staff_id, created_by, created_at, expires_at) values ($1, $2, $3, $4, $5)";
    VOID_LINKS = "update staff_links set used_at = $2 where staff_id = $1 and used_at is null";
    LINK = "select s.id, s.login, s.name from staff_links l join staff s on s.id = l.staff_id where l.token_hash = $1 and l.expires_at > $2 and l.used_at is null and s.status = 'active'";
    USE_LINK = "update staff_links set used_at = $2 where token_hash = $1 and expires_at > $2 and used_at is null";
}

/// All members of staff in human order, at most 1,000, with roles and posts.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Tx) -> Result<Vec<Member>, StoreError> {
    let mut members = tx.query(LIST, &[], read)?;
    let mut roles: BTreeMap<String, Vec<RoleIn>> = BTreeMap::new();
    for (staff, role) in tx.query(ROLES, &[], role)? {
        roles.entry(staff).or_default().push(role);
    }
    let mut posts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (staff, post) in tx.query(POSTS, &[], |r| Ok((r.get::<String>(0)?, r.get(1)?)))? {
        posts.entry(staff).or_default().push(post);
    }
    for member in &mut members {
        member.roles = roles.remove(member.id.as_str()).unwrap_or_default();
        member.posts = posts.remove(member.id.as_str()).unwrap_or_default();
    }
    Ok(members)
}

/// The member of staff with this id.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Tx, id: &StaffId) -> Result<Option<Member>, StoreError> {
    let Some(mut member) = tx.first(FIND, &[id.as_str().into()], read)? else {
        return Ok(None);
    };
    let roles = tx.query(ROLES_OF, &[id.as_str().into()], role)?;
    member.roles = roles.into_iter().map(|(_, role)| role).collect();
    member.posts = crate::posts::of(tx, id)?;
    Ok(Some(member))
}

/// A name and the department behind it.
#[derive(Debug)]
pub struct Person<'a> {
    /// The person's name.
    pub name: &'a str,
    /// The name's place in human order.
    pub sort_key: &'a str,
    /// Where he works.
    pub department: &'a DepartmentId,
}

/// Changes name and department of an account at `version`; false when somebody was faster.
///
/// # Errors
/// When the department is not there or the database fails.
pub fn update(
    tx: &mut Tx,
    id: &StaffId,
    version: i64,
    person: &Person,
    at: i64,
) -> Result<bool, StoreError> {
    let args = [
        id.as_str().into(),
        version.into(),
        person.name.into(),
        person.sort_key.into(),
        person.department.as_str().into(),
        at.into(),
    ];
    Ok(tx.execute(UPDATE, &args)? == 1)
}

/// Replaces the roles and posts of somebody.
///
/// # Errors
/// When a department is not there or the database fails.
pub fn put_rights(
    tx: &mut Tx,
    id: &StaffId,
    roles: &[HeldRole],
    posts: &[String],
    at: i64,
) -> Result<(), StoreError> {
    tx.execute(TAKE_ROLES, &[id.as_str().into()])?;
    tx.execute(TAKE_POSTS, &[id.as_str().into()])?;
    for held in roles {
        let (role, department) = (held.role.key(), held.department.as_str());
        crate::staff::give_role(tx, id.as_str(), role, department, at)?;
    }
    for post in posts {
        crate::posts::give(tx, id, post, at)?;
    }
    Ok(())
}

/// Sets `active` or `suspended` at `version`; false when somebody was faster.
///
/// # Errors
/// When the database fails.
pub fn set_status(
    tx: &mut Tx,
    id: &StaffId,
    version: i64,
    status: &str,
    at: i64,
) -> Result<bool, StoreError> {
    let args = [id.as_str().into(), version.into(), status.into(), at.into()];
    Ok(tx.execute(SET_STATUS, &args)? == 1)
}

/// How many people are active.
///
/// # Errors
/// When the database fails.
pub fn active(tx: &mut Tx) -> Result<i64, StoreError> {
    Ok(tx.first(ACTIVE, &[], |row| row.get(0))?.unwrap_or(0))
}

/// How many active people besides `id` hold a role anywhere; `id` may be nobody.
///
/// # Errors
/// When the database fails.
pub fn holders_besides(tx: &mut Tx, role: &str, id: &str) -> Result<i64, StoreError> {
    let count = tx.first(HOLDERS, &[role.into(), id.into()], |row| row.get(0))?;
    Ok(count.unwrap_or(0))
}

/// Ends every session of somebody.
///
/// # Errors
/// When the database fails.
pub fn end_sessions(tx: &mut Tx, id: &StaffId, at: i64) -> Result<(), StoreError> {
    tx.execute(END_SESSIONS, &[id.as_str().into(), at.into()])?;
    Ok(())
}

/// A link by the SHA-256 of its token; earlier ones of the same person die. Times in µs.
///
/// # Errors
/// When the database fails.
pub fn put_link(
    tx: &mut Tx,
    token_hash: &[u8],
    id: &StaffId,
    by: &StaffId,
    (at, expires_at): (i64, i64),
) -> Result<(), StoreError> {
    tx.execute(VOID_LINKS, &[id.as_str().into(), at.into()])?;
    let args = [
        token_hash.to_vec().into(),
        id.as_str().into(),
        by.as_str().into(),
        at.into(),
        expires_at.into(),
    ];
    tx.execute(INSERT_LINK, &args)?;
    Ok(())
}

/// Whose the link is, if it may still be used at `now` (µs): id, login, name.
///
/// # Errors
/// When the database fails.
pub fn link(
    tx: &mut Tx,
    token_hash: &[u8],
    now: i64,
) -> Result<Option<(StaffId, String, String)>, StoreError> {
    tx.first(LINK, &[token_hash.to_vec().into(), now.into()], |row| {
        Ok((StaffId::trusted(row.get(0)?), row.get(1)?, row.get(2)?))
    })
}

/// Uses a link up; false when it was used or has run out.
///
/// # Errors
/// When the database fails.
pub fn use_link(tx: &mut Tx, token_hash: &[u8], now: i64) -> Result<bool, StoreError> {
    Ok(tx.execute(USE_LINK, &[token_hash.to_vec().into(), now.into()])? == 1)
}

fn role(row: &Row) -> Result<(String, RoleIn), StoreError> {
    Ok((
        row.get(0)?,
        RoleIn {
            role: row.get(1)?,
            department: Named {
                id: row.get(2)?,
                name: row.get(3)?,
            },
        },
    ))
}

fn read(row: &Row) -> Result<Member, StoreError> {
    Ok(Member {
        id: StaffId::trusted(row.get(0)?),
        login: row.get(1)?,
        name: row.get(2)?,
        department: Named {
            id: row.get(3)?,
            name: row.get(4)?,
        },
        status: row.get(5)?,
        has_password: row.get(6)?,
        roles: Vec::new(),
        posts: Vec::new(),
        created_at: Instant(row.get(7)?),
        version: row.get(8)?,
    })
}
