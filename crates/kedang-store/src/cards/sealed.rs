//! Answers of class P2. They stand in this table and nowhere else; the application's one module
//! for them is its only caller.

use kedang_core::CardId;

use crate::db::{StoreError, Tx, statements};

statements! {
    INSERT = "insert into sealed (holder_id, path, card_id, k, n, c, created_at) values ($1, $2, $3, $4, $5, $6, $7)";
    OF = "select path, k, n, c from sealed where holder_id = $1 order by path";
}

/// One sealed answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// Field key or `repeat.row.column`.
    pub path: String,
    /// Number of the key; 0 is none.
    pub k: i64,
    /// Nonce.
    pub n: Vec<u8>,
    /// Content.
    pub c: Vec<u8>,
}

/// Stores a sealed answer of `holder`: a revision or a row.
///
/// # Errors
/// When the database fails.
pub fn insert(
    tx: &mut Tx,
    card: &CardId,
    holder: &str,
    new: &Sealed,
    at: i64,
) -> Result<(), StoreError> {
    let args = [
        holder.into(),
        new.path.as_str().into(),
        card.as_str().into(),
        new.k.into(),
        new.n.as_slice().into(),
        new.c.as_slice().into(),
        at.into(),
    ];
    tx.execute(INSERT, &args)?;
    Ok(())
}

/// The sealed answers of a revision or a row.
///
/// # Errors
/// When the database fails.
pub fn of(tx: &mut Tx, holder: &str) -> Result<Vec<Sealed>, StoreError> {
    let mut found = Vec::new();
    tx.each(OF, &[holder.into()], |row| {
        found.push(Sealed {
            path: row.get(0)?,
            k: row.get(1)?,
            n: row.get(2)?,
            c: row.get(3)?,
        });
        Ok(())
    })?;
    Ok(found)
}
