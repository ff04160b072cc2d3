//! Requests with a key of their own, and the answers they were given.

use kedang_core::StaffId;

use crate::db::{StoreError, Tx, statements};

statements! {
    FIND = "select request_hash, status, headers, k, c from idempotency where staff_id = $1 and key = $2 and created_at >= $3";
    CLAIM = "insert into idempotency (staff_id, key, route, request_hash, created_at) values ($1, $2, $3, $4, $5) on conflict (staff_id, key) do nothing";
    KEEP = "update idempotency set status = $3, headers = $4, k = $5, n = $6, c = $7 where staff_id = $1 and key = $2";
    FORGET_ONE = "delete from idempotency where staff_id = $1 and key = $2 and created_at < $3";
    FORGET = "delete from idempotency where created_at < $1";
}

/// A request that was seen before.
#[derive(Debug)]
pub struct Seen {
    /// 32 bytes over method, address and body.
    pub request_hash: Vec<u8>,
    /// What it was answered; `None` while the answer is not there yet.
    pub answer: Option<Stored>,
}

/// An answer as stored.
#[derive(Debug)]
pub struct Stored {
    /// HTTP status.
    pub status: i64,
    /// Names and values of headers, JSON.
    pub headers: String,
    /// Number of the key; 0 is none.
    pub k: i64,
    /// The body.
    pub c: Vec<u8>,
}

/// What is known of a key, unless it is older than `since` (µs).
///
/// # Errors
/// When the database fails.
pub fn find(
    tx: &mut Tx,
    staff: &StaffId,
    key: &str,
    since: i64,
) -> Result<Option<Seen>, StoreError> {
    let args = [staff.as_str().into(), key.into(), since.into()];
    tx.first(FIND, &args, |row| {
        let answer = match row.get::<Option<i64>>(1)? {
            None => None,
            Some(status) => Some(Stored {
                status,
                headers: row.get(2)?,
                k: row.get(3)?,
                c: row.get(4)?,
            }),
        };
        Ok(Seen {
            request_hash: row.get(0)?,
            answer,
        })
    })
}

/// Takes a key at `at` (µs) unless it is held since `since`; false when it is.
///
/// # Errors
/// When the database fails.
pub fn claim(
    tx: &mut Tx,
    staff: &StaffId,
    key: &str,
    (route, hash): (&str, &[u8]),
    (at, since): (i64, i64),
) -> Result<bool, StoreError> {
    let old = [staff.as_str().into(), key.into(), since.into()];
    tx.execute(FORGET_ONE, &old)?;
    let args = [
        staff.as_str().into(),
        key.into(),
        route.into(),
        hash.into(),
        at.into(),
    ];
    Ok(tx.execute(CLAIM, &args)? == 1)
}

/// Keeps the answer with its key.
///
/// # Errors
/// When the database fails.
pub fn keep(tx: &mut Tx, staff: &StaffId, key: &str, answer: &Stored) -> Result<(), StoreError> {
    let args = [
        staff.as_str().into(),
        key.into(),
        answer.status.into(),
        answer.headers.as_str().into(),
        answer.k.into(),
        Vec::<u8>::new().into(),
        answer.c.as_slice().into(),
    ];
    tx.execute(KEEP, &args)?;
    Ok(())
}

/// Forgets what is older than `before` (µs); how many there were.
///
/// # Errors
/// When the database fails.
pub fn forget(tx: &mut Tx, before: i64) -> Result<u64, StoreError> {
    tx.execute(FORGET, &[before.into()])
}
