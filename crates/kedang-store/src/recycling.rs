//! The recycle bin: customers out of sight that can come back.

use kedang_core::customer::{Customer, Details, Named};
use kedang_core::{CustomerId, Instant};

use crate::customers::{HEAD, columns, joined, read};
use crate::db::{Row, StoreError, Tx, statements};

statements! {
    DELETE = "update customers set deleted_at = $2, deleted_by = $3, delete_reason = $4, updated_at = $2, version = version + 1 where id = $1 and deleted_at is null";
    RESTORE = "update customers set deleted_at = null, deleted_by = null, delete_reason = null, updated_at = $2, version = version + 1 where id = $1 and deleted_at is not null and merged_into is null";
    FIND = concat!("select ", columns!(), ", c.deleted_at, s.id, s.name, c.delete_reason from customers c ", joined!(), " join staff s on s.id = c.deleted_by where c.id = $1 and c.deleted_at is not null and c.merged_into is null");
    LIST = concat!("select ", columns!(), ", c.deleted_at, s.id, s.name, c.delete_reason from customers c ", joined!(), " join staff s on s.id = c.deleted_by where c.deleted_at is not null and c.merged_into is null and (c.deleted_at, c.id) < ($1, $2) order by c.deleted_at desc, c.id desc limit 200");
    FATE = "select deleted_at, merged_into from customers where id = $1";
}

/// A customer in the bin.
#[derive(Debug, Clone)]
pub struct Deleted {
    /// As it was.
    pub customer: Customer,
    /// When it was deleted.
    pub at: Instant,
    /// By whom.
    pub by: Named,
    /// Why.
    pub reason: String,
}

/// Puts a living customer into the bin.
///
/// # Errors
/// When the database fails.
pub fn delete(
    tx: &mut Tx,
    id: &CustomerId,
    at: i64,
    staff: &str,
    reason: &str,
) -> Result<(), StoreError> {
    let args = [id.as_str().into(), at.into(), staff.into(), reason.into()];
    tx.execute(DELETE, &args)?;
    Ok(())
}

/// Takes a customer out of the bin at `at` (µs).
///
/// # Errors
/// When the database fails.
pub fn restore(tx: &mut Tx, id: &CustomerId, at: i64) -> Result<(), StoreError> {
    tx.execute(RESTORE, &[id.as_str().into(), at.into()])?;
    Ok(())
}

/// A customer in the bin, whoever asks.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Tx, id: &CustomerId) -> Result<Option<Deleted>, StoreError> {
    tx.first(FIND, &[id.as_str().into()], deleted)
}

/// The next 200 in the bin before `before` (µs, id), deleted last first.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Tx, before: (i64, &str)) -> Result<Vec<Deleted>, StoreError> {
    tx.query(LIST, &[before.0.into(), before.1.into()], deleted)
}

fn deleted(row: &Row) -> Result<Deleted, StoreError> {
    let next = HEAD + Details::FIELDS.len();
    Ok(Deleted {
        customer: read(row)?,
        at: Instant(row.get(next)?),
        by: Named {
            id: row.get(next + 1)?,
            name: row.get(next + 2)?,
        },
        reason: row.get::<Option<String>>(next + 3)?.unwrap_or_default(),
    })
}

/// What became of a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It lives.
    Lives,
    /// It is in the bin.
    Deleted,
    /// It was taken up by this living customer.
    Merged(CustomerId),
}

/// Merges in a row that are followed; more than anybody ever made.
const HOPS: usize = 32;

/// What became of a customer; `None` when there never was one.
///
/// # Errors
/// When the database fails.
pub fn fate(tx: &mut Tx, id: &CustomerId) -> Result<Option<Fate>, StoreError> {
    let mut at = id.clone();
    for _ in 0..HOPS {
        let found = tx.first(FATE, &[at.as_str().into()], |row| {
            Ok((row.get::<Option<i64>>(0)?, row.get::<Option<String>>(1)?))
        })?;
        match found {
            None => return Ok(None),
            Some((_, Some(survivor))) => at = CustomerId::trusted(survivor),
            Some((Some(_), None)) => return Ok(Some(Fate::Deleted)),
            Some((None, None)) if at == *id => return Ok(Some(Fate::Lives)),
            Some((None, None)) => return Ok(Some(Fate::Merged(at))),
        }
    }
    Ok(Some(Fate::Deleted))
}
