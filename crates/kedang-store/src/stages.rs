//! Where a customer stood, and when and why that changed (D13-1).

use kedang_core::customer::{Named, StageChange};
use kedang_core::{CustomerId, Instant};

use crate::db::{StoreError, Tx, statements};

statements! {
    INSERT = "insert into customer_stages (id, customer_id, was, became, reason, staff_id, at) values ($1, $2, $3, $4, $5, $6, $7)";
    LIST = "select h.was, h.became, h.reason, s.id, s.name, h.at from customer_stages h join staff s on s.id = h.staff_id where h.customer_id = $1 order by h.at desc, h.id desc limit 200";
}

/// A step to be kept.
#[derive(Debug)]
pub struct NewStage<'a> {
    /// The id.
    pub id: &'a str,
    /// The customer.
    pub customer: &'a CustomerId,
    /// The stage before.
    pub was: &'a str,
    /// The stage now.
    pub became: &'a str,
    /// Why.
    pub reason: Option<&'a str>,
    /// By whom.
    pub staff: &'a str,
    /// µs.
    pub at: i64,
}

/// Keeps a step.
///
/// # Errors
/// When the database fails.
pub fn insert(tx: &mut Tx, new: &NewStage) -> Result<(), StoreError> {
    let args = [
        new.id.into(),
        new.customer.as_str().into(),
        new.was.into(),
        new.became.into(),
        new.reason.into(),
        new.staff.into(),
        new.at.into(),
    ];
    tx.execute(INSERT, &args)?;
    Ok(())
}

/// The steps of a customer, latest first, at most 200.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Tx, id: &CustomerId) -> Result<Vec<StageChange>, StoreError> {
    tx.query(LIST, &[id.as_str().into()], |row| {
        Ok(StageChange {
            was: row.get(0)?,
            became: row.get(1)?,
            reason: row.get(2)?,
            by: Named {
                id: row.get(3)?,
                name: row.get(4)?,
            },
            at: Instant(row.get(5)?),
        })
    })
}
