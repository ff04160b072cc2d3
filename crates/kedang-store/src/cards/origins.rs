//! Who learned the answer that stands now, when and how (D03-10).

use kedang_core::card::Origin;
use kedang_core::customer::Named;
use kedang_core::{CardId, Instant};

use crate::db::{StoreError, Tx, statements};

statements! {
    PUT = "insert into answer_origins (card_id, path, staff_id, learned_at, how) values ($1, $2, $3, $4, $5) on conflict (card_id, path) do update set staff_id = excluded.staff_id, learned_at = excluded.learned_at, how = excluded.how";
    REMOVE = "delete from answer_origins where card_id = $1 and path = $2";
    OF_CARD = "select o.path, s.id, s.name, o.learned_at, o.how from answer_origins o join staff s on s.id = o.staff_id where o.card_id = $1 order by o.path";
}

/// Who learned what.
#[derive(Debug)]
pub struct NewOrigin<'a> {
    /// Field key or `repeat.row.column`.
    pub path: &'a str,
    /// Who.
    pub staff: &'a str,
    /// µs.
    pub at: i64,
    /// How.
    pub how: Option<&'a str>,
}

/// Stores who learned an answer, in place of whoever did before.
///
/// # Errors
/// When the database fails.
pub fn put(tx: &mut Tx, card: &CardId, new: &NewOrigin) -> Result<(), StoreError> {
    let args = [
        card.as_str().into(),
        new.path.into(),
        new.staff.into(),
        new.at.into(),
        new.how.into(),
    ];
    tx.execute(PUT, &args)?;
    Ok(())
}

/// Forgets who learned an answer that is gone.
///
/// # Errors
/// When the database fails.
pub fn remove(tx: &mut Tx, card: &CardId, path: &str) -> Result<(), StoreError> {
    tx.execute(REMOVE, &[card.as_str().into(), path.into()])?;
    Ok(())
}

/// Who learned what, by path.
///
/// # Errors
/// When the database fails.
pub fn of_card(tx: &mut Tx, card: &CardId) -> Result<Vec<Origin>, StoreError> {
    let mut found = Vec::new();
    tx.each(OF_CARD, &[card.as_str().into()], |row| {
        found.push(Origin {
            path: row.get(0)?,
            by: Named {
                id: row.get(1)?,
                name: row.get(2)?,
            },
            at: Instant(row.get(3)?),
            how: row.get(4)?,
        });
        Ok(())
    })?;
    Ok(found)
}
