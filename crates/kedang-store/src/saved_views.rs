//! Saved views: questions under a name, private or shared.

use kedang_core::customer::Named;
use kedang_core::listing::View;
use kedang_core::{Instant, StaffId, ViewId};

use crate::db::{Row, StoreError, Tx, statements};

/// What [`read`] reads.
macro_rules! columns {
    () => {
        "v.id, v.name, v.shared, s.id, s.name, v.query, v.created_at from saved_views v join staff s on s.id = v.staff_id"
    };
}

statements! {
    INSERT = "insert into saved_views (id, staff_id, name, shared, query, created_at, updated_at, version) values ($1, $2, $3, $4, $5, $6, $6, 1)";
    OWN = concat!("select ", columns!(), " where v.staff_id = $1 order by v.created_at, v.id limit 100");
    SHARED = concat!("select ", columns!(), " where v.shared = $2 and v.staff_id <> $1 order by v.created_at, v.id limit 200");
    FIND = concat!("select ", columns!(), " where v.id = $1 and (v.staff_id = $2 or v.shared = $3)");
    NAMED = "select id from saved_views where staff_id = $1 and name = $2";
    COUNT = "select cast(count(*) as bigint) from saved_views where staff_id = $1";
    RENAME = "update saved_views set name = $3, updated_at = $4, version = version + 1 where id = $1 and staff_id = $2";
    DELETE = "delete from saved_views where id = $1 and staff_id = $2";
}

/// A view to be stored.
#[derive(Debug)]
pub struct NewView<'a> {
    /// The id.
    pub id: &'a str,
    /// Whose.
    pub staff: &'a StaffId,
    /// The name.
    pub name: &'a str,
    /// Whether all may use it.
    pub shared: bool,
    /// The question, canonical.
    pub query: &'a str,
    /// µs.
    pub at: i64,
}

/// Stores a view.
///
/// # Errors
/// A unique constraint on `saved_views.staff_id, name`, or a failing database.
pub fn insert(tx: &mut Tx, new: &NewView) -> Result<(), StoreError> {
    let args = [
        new.id.into(),
        new.staff.as_str().into(),
        new.name.into(),
        new.shared.into(),
        new.query.into(),
        new.at.into(),
    ];
    tx.execute(INSERT, &args)?;
    Ok(())
}

/// One's own views and then the shared ones of others, each oldest first.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Tx, staff: &StaffId) -> Result<Vec<View>, StoreError> {
    let mut views = tx.query(OWN, &[staff.as_str().into()], read)?;
    views.extend(tx.query(SHARED, &[staff.as_str().into(), true.into()], read)?);
    Ok(views)
}

/// The view with this id, if it is one's own or shared.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Tx, id: &ViewId, staff: &StaffId) -> Result<Option<View>, StoreError> {
    let args = [id.as_str().into(), staff.as_str().into(), true.into()];
    tx.first(FIND, &args, read)
}

/// The view that a person has under this name.
///
/// # Errors
/// When the database fails.
pub fn named(tx: &mut Tx, staff: &StaffId, name: &str) -> Result<Option<ViewId>, StoreError> {
    tx.first(NAMED, &[staff.as_str().into(), name.into()], |row| {
        row.get(0).map(ViewId::trusted)
    })
}

/// How many views a person has.
///
/// # Errors
/// When the database fails.
pub fn count(tx: &mut Tx, staff: &StaffId) -> Result<i64, StoreError> {
    let count = tx.first(COUNT, &[staff.as_str().into()], |row| row.get(0))?;
    Ok(count.unwrap_or(0))
}

/// Renames a view of one's own at `at` (µs); false when it is not there.
///
/// # Errors
/// A unique constraint on `saved_views.staff_id, name`, or a failing database.
pub fn rename(
    tx: &mut Tx,
    id: &ViewId,
    staff: &StaffId,
    name: &str,
    at: i64,
) -> Result<bool, StoreError> {
    let args = [
        id.as_str().into(),
        staff.as_str().into(),
        name.into(),
        at.into(),
    ];
    Ok(tx.execute(RENAME, &args)? == 1)
}

/// Deletes a view of one's own; false when it is not there.
///
/// # Errors
/// When the database fails.
pub fn delete(tx: &mut Tx, id: &ViewId, staff: &StaffId) -> Result<bool, StoreError> {
    Ok(tx.execute(DELETE, &[id.as_str().into(), staff.as_str().into()])? == 1)
}

fn read(row: &Row) -> Result<View, StoreError> {
    Ok(View {
        id: row.get(0)?,
        name: row.get(1)?,
        shared: row.get(2)?,
        owner: Named {
            id: row.get(3)?,
            name: row.get(4)?,
        },
        query: row.get(5)?,
        created_at: Instant(row.get(6)?),
    })
}
