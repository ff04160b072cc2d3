//! Cards, rows of cards and entries of the contact log that came in with a file.

use kedang_core::{CardId, CustomerId, RowId};

use crate::db::{StoreError, Tx, statements};

statements! {
    SIGNED = "select 1 where exists (select 1 from signatures where card_id = $1) or exists (select 1 from card_rows where card_id = $1)";
    ROW_SIGNED = "select 1 where exists (select 1 from signatures where row_id = $1) or exists (select 1 from card_rows where corrects_id = $1)";
    DROP_VALUES = "delete from card_values where holder_id = $1";
    DROP_SEALED = "delete from sealed where holder_id = $1";
    DROP_FILES = "delete from card_files where holder_id = $1";
    DROP_REVISIONS_SEALED = "delete from sealed where card_id = $1";
    DROP_ORIGINS = "delete from answer_origins where card_id = $1";
    DROP_REVISIONS = "delete from card_revisions where card_id = $1";
    DROP_CARD = "delete from cards where id = $1";
    DROP_ROW = "delete from card_rows where id = $1";
    SINCE = "update cards set created_at = $2, updated_at = $3, version = version + 1 where id = $1";
    FORMS = "select form_key, form_version from cards where customer_id = $1 limit 1000";
    SAME_ROW = "select id from card_rows where card_id = $1 and repeat = $2 and answers = $3 limit 1";
    SAME_CONTACT = "select id from contacts where customer_id = $1 and removed_at is null and happened_at = $2 and channel = $3 and summary = $4 limit 1";
}

/// Takes a card away that nobody has signed and that holds no rows; false when it stays.
///
/// # Errors
/// [`StoreError::Constraint`] when something else points at it, and when the database fails.
pub fn withdraw_card(tx: &mut Tx, card: &CardId) -> Result<bool, StoreError> {
    let id = card.as_str();
    if tx
        .first(SIGNED, &[id.into()], |row| row.get::<i64>(0))?
        .is_some()
    {
        return Ok(false);
    }
    for statement in [
        DROP_VALUES,
        DROP_REVISIONS_SEALED,
        DROP_FILES,
        DROP_ORIGINS,
        DROP_REVISIONS,
    ] {
        tx.execute(statement, &[id.into()])?;
    }
    Ok(tx.execute(DROP_CARD, &[id.into()])? == 1)
}

/// Takes a row of a card away that nobody has signed or corrected; false when it stays.
///
/// # Errors
/// As [`withdraw_card`].
pub fn withdraw_row(tx: &mut Tx, row: &RowId) -> Result<bool, StoreError> {
    let id = row.as_str();
    if tx
        .first(ROW_SIGNED, &[id.into()], |row| row.get::<i64>(0))?
        .is_some()
    {
        return Ok(false);
    }
    for statement in [DROP_VALUES, DROP_SEALED, DROP_FILES] {
        tx.execute(statement, &[id.into()])?;
    }
    Ok(tx.execute(DROP_ROW, &[id.into()])? == 1)
}

/// Lets a card count from another moment (µs), noted at `at` (µs).
///
/// # Errors
/// When the database fails.
pub fn card_since(tx: &mut Tx, card: &CardId, since: i64, at: i64) -> Result<(), StoreError> {
    tx.execute(SINCE, &[card.as_str().into(), since.into(), at.into()])?;
    Ok(())
}

/// The forms of the cards of a customer, with their versions.
///
/// # Errors
/// When the database fails.
pub fn card_forms(tx: &mut Tx, customer: &CustomerId) -> Result<Vec<(String, i64)>, StoreError> {
    tx.query(FORMS, &[customer.as_str().into()], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// Whether a card has a row with these open cells.
///
/// # Errors
/// When the database fails.
pub fn has_row(
    tx: &mut Tx,
    card: &CardId,
    repeat: &str,
    answers: &str,
) -> Result<bool, StoreError> {
    let args = [card.as_str().into(), repeat.into(), answers.into()];
    let one = tx.first(SAME_ROW, &args, |row| row.get::<String>(0))?;
    Ok(one.is_some())
}

/// Whether the log of a customer says the same of the same day (its beginning, µs).
///
/// # Errors
/// When the database fails.
pub fn has_contact(
    tx: &mut Tx,
    customer: &CustomerId,
    happened_at: i64,
    channel: &str,
    summary: &str,
) -> Result<bool, StoreError> {
    let args = [
        customer.as_str().into(),
        happened_at.into(),
        channel.into(),
        summary.into(),
    ];
    let one = tx.first(SAME_CONTACT, &args, |row| row.get::<String>(0))?;
    Ok(one.is_some())
}
