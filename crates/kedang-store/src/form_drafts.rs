//! Forms under the pen: one draft a form.

use kedang_core::customer::Named;
use kedang_core::form_draft::FormDraft;
use kedang_core::{FormDraftId, Instant, StaffId};

use crate::db::{Row, StoreError, Tx, statements};

/// What [`read`] reads, and where from.
macro_rules! drafts {
    () => {
        "select d.id, d.form_key, d.from_key, d.from_version, d.definition, d.previous is not null, a.id, a.name, e.id, e.name, d.created_at, d.updated_at, d.version from form_drafts d join staff a on a.id = d.author_id join staff e on e.id = d.editor_id"
    };
}

statements! {
    ALL = concat!(drafts!(), " order by d.updated_at desc, d.id limit 200");
    FIND = concat!(drafts!(), " where d.id = $1");
    OF_FORM = concat!(drafts!(), " where d.form_key = $1");
    INSERT = "insert into form_drafts (id, form_key, from_key, from_version, definition, author_id, editor_id, created_at, updated_at, version) values ($1, $2, $3, $4, $5, $6, $6, $7, $7, 1)";
    SAVE = "update form_drafts set previous = definition, definition = $3, editor_id = $4, updated_at = $5, version = version + 1 where id = $1 and version = $2";
    TAKE_BACK = "update form_drafts set definition = previous, previous = null, editor_id = $3, updated_at = $4, version = version + 1 where id = $1 and version = $2 and previous is not null";
    DELETE = "delete from form_drafts where id = $1 and version = $2";
}

/// A draft to be stored.
#[derive(Debug)]
pub struct NewFormDraft<'a> {
    /// The id.
    pub id: &'a FormDraftId,
    /// The key of the form it is to become.
    pub form: &'a str,
    /// The published version it starts from.
    pub from: (&'a str, i64),
    /// Canonical JSON.
    pub definition: &'a str,
    /// Who began it.
    pub author: &'a StaffId,
    /// µs.
    pub at: i64,
}

/// A change of one draft.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a> {
    /// Which draft.
    pub id: &'a FormDraftId,
    /// The version that was before the editor.
    pub version: i64,
    /// Who changes it.
    pub editor: &'a StaffId,
    /// µs.
    pub at: i64,
}

/// Every draft, changed last first; at most 200.
///
/// # Errors
/// When the database fails.
pub fn all(tx: &mut Tx) -> Result<Vec<FormDraft>, StoreError> {
    tx.query(ALL, &[], read)
}

/// The draft with this id.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Tx, id: &FormDraftId) -> Result<Option<FormDraft>, StoreError> {
    tx.first(FIND, &[id.as_str().into()], read)
}

/// The draft of a form.
///
/// # Errors
/// When the database fails.
pub fn of_form(tx: &mut Tx, form: &str) -> Result<Option<FormDraft>, StoreError> {
    tx.first(OF_FORM, &[form.into()], read)
}

/// Stores a draft.
///
/// # Errors
/// A unique constraint on `form_drafts.form_key`, or a failing database.
pub fn insert(tx: &mut Tx, new: &NewFormDraft) -> Result<(), StoreError> {
    let args = [
        new.id.as_str().into(),
        new.form.into(),
        new.from.0.into(),
        new.from.1.into(),
        new.definition.into(),
        new.author.as_str().into(),
        new.at.into(),
    ];
    tx.execute(INSERT, &args)?;
    Ok(())
}

/// Stores what a step made of it; false when somebody else was faster.
///
/// # Errors
/// When the database fails.
pub fn save(tx: &mut Tx, change: Change, definition: &str) -> Result<bool, StoreError> {
    let args = [
        change.id.as_str().into(),
        change.version.into(),
        definition.into(),
        change.editor.as_str().into(),
        change.at.into(),
    ];
    Ok(tx.execute(SAVE, &args)? == 1)
}

/// Takes the last step back; false when there is none or somebody else was faster.
///
/// # Errors
/// When the database fails.
pub fn take_back(tx: &mut Tx, change: Change) -> Result<bool, StoreError> {
    let args = [
        change.id.as_str().into(),
        change.version.into(),
        change.editor.as_str().into(),
        change.at.into(),
    ];
    Ok(tx.execute(TAKE_BACK, &args)? == 1)
}

/// Takes a draft away; false when somebody else was faster.
///
/// # Errors
/// When the database fails.
pub fn delete(tx: &mut Tx, id: &FormDraftId, version: i64) -> Result<bool, StoreError> {
    Ok(tx.execute(DELETE, &[id.as_str().into(), version.into()])? == 1)
}

fn read(row: &Row) -> Result<FormDraft, StoreError> {
    let named = |id: usize| -> Result<Named, StoreError> {
        Ok(Named {
            id: row.get(id)?,
            name: row.get(id + 1)?,
        })
    };
    Ok(FormDraft {
        id: FormDraftId::trusted(row.get(0)?),
        form: row.get(1)?,
        from: row.get(2)?,
        from_version: row.get(3)?,
        definition: row.get(4)?,
        may_take_back: row.get(5)?,
        author: named(6)?,
        editor: named(8)?,
        created_at: Instant(row.get(10)?),
        updated_at: Instant(row.get(11)?),
        version: row.get(12)?,
    })
}
