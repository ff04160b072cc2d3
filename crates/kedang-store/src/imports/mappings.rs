//! What the columns of a file were the last time a file with these headers came.

use crate::db::{StoreError, Tx, statements};

statements! {
    FIND = "select targets, form, answers from import_mappings where signature = $1";
    PUT = "insert into import_mappings (signature, targets, form, answers, staff_id, created_at, updated_at, version) values ($1, $2, $3, $4, $5, $6, $6, 1) on conflict (signature) do update set targets = excluded.targets, form = excluded.form, answers = excluded.answers, staff_id = excluded.staff_id, updated_at = excluded.updated_at, version = import_mappings.version + 1";
}

/// What the columns of a table were.
#[derive(Debug, Clone)]
pub struct Known {
    /// JSON, a target or null per column.
    pub targets: String,
    /// The form.
    pub form: Option<String>,
    /// JSON, a field of the form or null per column.
    pub answers: String,
}

/// What the columns of a table with these headers were.
///
/// # Errors
/// When the database fails.
pub fn mapping(tx: &mut Tx, signature: &str) -> Result<Option<Known>, StoreError> {
    tx.first(FIND, &[signature.into()], |row| {
        Ok(Known {
            targets: row.get(0)?,
            form: row.get(1)?,
            answers: row.get(2)?,
        })
    })
}

/// Remembers them.
///
/// # Errors
/// When the database fails.
pub fn remember(
    tx: &mut Tx,
    signature: &str,
    known: &Known,
    staff: &str,
    at: i64,
) -> Result<(), StoreError> {
    let args = [
        signature.into(),
        known.targets.as_str().into(),
        known.form.as_deref().into(),
        known.answers.as_str().into(),
        staff.into(),
        at.into(),
    ];
    tx.execute(PUT, &args)?;
    Ok(())
}
