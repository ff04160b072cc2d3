//! Departments, a tree.

use kedang_core::DepartmentId;
use kedang_core::customer::Named;

use crate::db::{StoreError, Tx, statements};

statements! {
    INSERT = "insert into departments (id, parent_id, name, sort_key, created_at, updated_at, version) values ($1, $2, $3, $4, $5, $5, 1)";
    INSERT_PATHS = "insert into department_paths (ancestor_id, department_id) select ancestor_id, $1 from department_paths where department_id = $2 union select id, id from departments where id = $1";
    NAMES = "select id, name from departments order by sort_key, id limit 500";
    TREE = "select d.id, d.name, d.parent_id from departments d order by d.sort_key, d.id limit 500";
    RENAME = "update departments set name = $2, sort_key = $3, updated_at = $4, version = version + 1 where id = $1";
    BELOW = "select department_id from department_paths where ancestor_id = $1";
}

/// A department to be stored.
#[derive(Debug)]
pub struct NewDepartment<'a> {
    /// Its id.
    pub id: &'a str,
    /// The department above it; `None` for the company itself.
    pub parent: Option<&'a str>,
    /// Its name.
    pub name: &'a str,
    /// The name's place in human order.
    pub sort_key: &'a str,
    /// µs.
    pub at: i64,
}

/// Stores a department.
///
/// # Errors
/// When the database fails or the parent is not there.
pub fn insert(tx: &mut Tx, new: &NewDepartment) -> Result<(), StoreError> {
    tx.execute(
        INSERT,
        &[
            new.id.into(),
            new.parent.into(),
            new.name.into(),
            new.sort_key.into(),
            new.at.into(),
        ],
    )?;
    tx.execute(INSERT_PATHS, &[new.id.into(), new.parent.into()])?;
    Ok(())
}

/// A department and all below it.
///
/// # Errors
/// When the database fails.
pub fn below(tx: &mut Tx, id: &DepartmentId) -> Result<Vec<DepartmentId>, StoreError> {
    tx.query(BELOW, &[id.as_str().into()], |row| {
        row.get(0).map(DepartmentId::trusted)
    })
}

/// All departments in human order, at most 500.
///
/// # Errors
/// When the database fails.
pub fn names(tx: &mut Tx) -> Result<Vec<Named>, StoreError> {
    tx.query(NAMES, &[], |row| {
        Ok(Named {
            id: row.get(0)?,
            name: row.get(1)?,
        })
    })
}

/// All departments in human order, at most 500, each with the one above it.
///
/// # Errors
/// When the database fails.
pub fn tree(tx: &mut Tx) -> Result<Vec<(Named, Option<String>)>, StoreError> {
    tx.query(TREE, &[], |row| {
        let named = Named {
            id: row.get(0)?,
            name: row.get(1)?,
        };
        Ok((named, row.get(2)?))
    })
}

/// Gives a department another name at `at` (µs); false when it is not there.
///
/// # Errors
/// When the database fails.
pub fn rename(
    tx: &mut Tx,
    id: &DepartmentId,
    name: &str,
    sort_key: &str,
    at: i64,
) -> Result<bool, StoreError> {
    let args = [id.as_str().into(), name.into(), sort_key.into(), at.into()];
    Ok(tx.execute(RENAME, &args)? == 1)
}
