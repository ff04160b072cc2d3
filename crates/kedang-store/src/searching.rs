//! Candidates of a search, and which of them may be read.

use kedang_core::CustomerId;
use kedang_core::access::Reach;
use kedang_core::customer::Customer;
use kedang_core::search::Expr;

use crate::customers::read;
use crate::db::{Built, StoreError, Tx, Value};
use crate::{dialect, filter};

/// A candidate of a search: enough to look at it a second time.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The customer.
    pub id: CustomerId,
    /// The searchable texts, as given to [`dialect::search::put`].
    pub entries: String,
}

/// Candidates, at most `cap`, *whoever may read them*: nothing of them is shown before
/// [`reached`] has answered it.
///
/// # Errors
/// When the database fails.
pub fn candidates(tx: &mut Tx, question: &Expr, cap: u32) -> Result<Vec<Candidate>, StoreError> {
    let asked = dialect::search::candidates(tx.engine(), question, cap);
    every(tx, Some(asked))
}

/// What `reach` covers among the candidates, at most `cap`.
///
/// # Errors
/// When the database fails.
pub fn candidates_within(
    tx: &mut Tx,
    reach: &Reach,
    now: i64,
    question: &Expr,
    cap: u32,
) -> Result<Vec<Candidate>, StoreError> {
    let asked = dialect::search::candidates_within(tx.engine(), reach, now, question, cap);
    every(tx, asked)
}

fn every(tx: &mut Tx, asked: Option<(Built, Vec<Value>)>) -> Result<Vec<Candidate>, StoreError> {
    let mut found = Vec::new();
    if let Some((sql, args)) = asked {
        tx.each(&sql, &args, |row| {
            found.push(Candidate {
                id: CustomerId::trusted(row.get(0)?),
                entries: row.get(1)?,
            });
            Ok(())
        })?;
    }
    Ok(found)
}

/// Those of these customers that live and that `reach` covers at `now` (µs), in no order.
///
/// # Errors
/// When the database fails.
pub fn reached(
    tx: &mut Tx,
    reach: &Reach,
    now: i64,
    ids: &[&CustomerId],
) -> Result<Vec<Customer>, StoreError> {
    match filter::reached(reach, now, ids) {
        Some((sql, args)) => tx.query(&sql, &args, read),
        None => Ok(Vec::new()),
    }
}

/// How `SQLite` would look for these customers.
///
/// # Errors
/// When the database fails.
#[cfg(feature = "scratch")]
pub fn plan_of_reached(
    tx: &mut Tx,
    reach: &Reach,
    now: i64,
    ids: &[&CustomerId],
) -> Result<Vec<String>, StoreError> {
    match filter::reached(reach, now, ids) {
        Some((sql, args)) => tx.query(&sql.explained(), &args, |row| row.get(3)),
        None => Ok(Vec::new()),
    }
}
