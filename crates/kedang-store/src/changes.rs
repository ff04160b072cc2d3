//! 变动: what changed at a customer, since when and on what proof (D02-6).

use kedang_core::change::Change;
use kedang_core::customer::Named;
use kedang_core::{CustomerId, Instant};

use crate::db::{StoreError, Tx, statements};

statements! {
    INSERT = "insert into changes (id, customer_id, kind, nature, effective_on, proof, note, card_id, field, before, after, staff_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    LIST = "select h.id, h.kind, h.nature, h.effective_on, h.proof, h.note, h.card_id, h.field, h.before, h.after, s.id, s.name, h.at from changes h join staff s on s.id = h.staff_id where h.customer_id = $1 order by h.effective_on desc, h.id desc limit 500";
}

/// A change to be kept.
#[derive(Debug)]
pub struct NewChange<'a> {
    /// The id.
    pub id: &'a str,
    /// The customer.
    pub customer: &'a CustomerId,
    /// What kind of thing happened.
    pub kind: &'a str,
    /// `event`, `correction` or `import`.
    pub nature: &'a str,
    /// `YYYY-MM-DD`.
    pub effective_on: &'a str,
    /// On what proof.
    pub proof: &'a str,
    /// What happened.
    pub note: Option<&'a str>,
    /// The card whose answer changed.
    pub card: Option<&'a str>,
    /// The field.
    pub field: Option<&'a str>,
    /// What it said.
    pub before: Option<&'a str>,
    /// What it says.
    pub after: Option<&'a str>,
    /// Who records it.
    pub staff: &'a str,
    /// µs.
    pub at: i64,
}

/// Keeps a change.
///
/// # Errors
/// When the database fails.
pub fn insert(tx: &mut Tx, new: &NewChange) -> Result<(), StoreError> {
    let args = [
        new.id.into(),
        new.customer.as_str().into(),
        new.kind.into(),
        new.nature.into(),
        new.effective_on.into(),
        new.proof.into(),
        new.note.into(),
        new.card.into(),
        new.field.into(),
        new.before.into(),
        new.after.into(),
        new.staff.into(),
        new.at.into(),
    ];
    tx.execute(INSERT, &args)?;
    Ok(())
}

/// The changes of a customer, those in force last first, at most 500.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Tx, id: &CustomerId) -> Result<Vec<Change>, StoreError> {
    tx.query(LIST, &[id.as_str().into()], |row| {
        Ok(Change {
            id: row.get(0)?,
            kind: row.get(1)?,
            nature: row.get(2)?,
            effective_on: row.get(3)?,
            proof: row.get(4)?,
            note: row.get(5)?,
            card: row.get(6)?,
            field: row.get(7)?,
            before: row.get(8)?,
            after: row.get(9)?,
            by: Named {
                id: row.get(10)?,
                name: row.get(11)?,
            },
            at: Instant(row.get(12)?),
        })
    })
}
