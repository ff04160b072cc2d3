//! Failed sign-ins, counted per subject: a login name or an address.

use crate::db::{StoreError, Tx, statements};

statements! {
    FIND = "select failures, last_at, blocked_until from login_failures where subject = $1";
    PUT = "insert into login_failures (subject, failures, last_at, blocked_until) values ($1, $2, $3, $4) on conflict (subject) do update set failures = excluded.failures, last_at = excluded.last_at, blocked_until = excluded.blocked_until";
    CLEAR = "delete from login_failures where subject = $1";
}

/// The count of one subject; all zero when it never failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Failures {
    /// Failures in a row.
    pub count: i64,
    /// When it last failed, µs.
    pub last_at: i64,
    /// Until when it is refused, µs.
    pub blocked_until: i64,
}

/// The failures of `subject`.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Tx, subject: &str) -> Result<Failures, StoreError> {
    let found = tx.first(FIND, &[subject.into()], |row| {
        Ok(Failures {
            count: row.get(0)?,
            last_at: row.get(1)?,
            blocked_until: row.get(2)?,
        })
    })?;
    Ok(found.unwrap_or_default())
}

/// Stores the failures of `subject`.
///
/// # Errors
/// When the database fails.
pub fn put(tx: &mut Tx, subject: &str, failures: &Failures) -> Result<(), StoreError> {
    let args = [
        subject.into(),
        failures.count.into(),
        failures.last_at.into(),
        failures.blocked_until.into(),
    ];
    tx.execute(PUT, &args)?;
    Ok(())
}

/// Forgets the failures of `subject`.
///
/// # Errors
/// When the database fails.
pub fn clear(tx: &mut Tx, subject: &str) -> Result<(), StoreError> {
    tx.execute(CLEAR, &[subject.into()])?;
    Ok(())
}
