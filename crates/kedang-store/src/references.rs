//! Reference texts that hang on a form: one row per version, which never changes (D12-1).

use kedang_core::customer::Named;
use kedang_core::reference::{Edition, Reference};
use kedang_core::{Instant, StaffId};

use crate::db::{Row, StoreError, Tx, statements};

/// What [`edition`] reads, and where from.
macro_rules! editions {
    ($more:literal) => {
        concat!(
            "select r.version, s.id, s.name, r.published_at",
            $more,
            " from form_references r left join staff s on s.id = r.published_by where r.form_key = $1"
        )
    };
}

statements! {
    NEWEST = concat!(editions!(", r.text"), " order by r.version desc limit 1");
    FIND = concat!(editions!(", r.text"), " and r.version = $2");
    EDITIONS = concat!(editions!(""), " order by r.version desc limit 100");
    VERSION = "select cast(max(version) as bigint) from form_references where form_key = $1";
    INSERT = "insert into form_references (form_key, version, text, published_by, published_at) values ($1, $2, $3, $4, $5)";
}

/// A version to be published.
#[derive(Debug)]
pub struct NewEdition<'a> {
    /// The key of the form.
    pub form: &'a str,
    /// From 1.
    pub version: i64,
    /// Markdown.
    pub text: &'a str,
    /// Who publishes it; `None` for what comes with the program.
    pub by: Option<&'a StaffId>,
    /// µs.
    pub at: i64,
}

/// The newest version of the text of a form.
///
/// # Errors
/// When the database fails.
pub fn newest(tx: &mut Tx, form: &str) -> Result<Option<Reference>, StoreError> {
    tx.first(NEWEST, &[form.into()], |row| read(form, row))
}

/// The number of the newest version, if the form has a text.
///
/// # Errors
/// When the database fails.
pub fn version(tx: &mut Tx, form: &str) -> Result<Option<i64>, StoreError> {
    let found = tx.first(VERSION, &[form.into()], |row| row.get::<Option<i64>>(0))?;
    Ok(found.flatten())
}

/// One version of the text of a form.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Tx, form: &str, version: i64) -> Result<Option<Reference>, StoreError> {
    let args = [form.into(), version.into()];
    tx.first(FIND, &args, |row| read(form, row))
}

/// The versions of the text of a form, newest first; at most 100.
///
/// # Errors
/// When the database fails.
pub fn editions(tx: &mut Tx, form: &str) -> Result<Vec<Edition>, StoreError> {
    tx.query(EDITIONS, &[form.into()], edition)
}

/// Publishes a version.
///
/// # Errors
/// A unique constraint when the version is there already.
pub fn insert(tx: &mut Tx, new: &NewEdition) -> Result<(), StoreError> {
    let args = [
        new.form.into(),
        new.version.into(),
        new.text.into(),
        new.by.map(StaffId::as_str).into(),
        new.at.into(),
    ];
    tx.execute(INSERT, &args)?;
    Ok(())
}

fn read(form: &str, row: &Row) -> Result<Reference, StoreError> {
    Ok(Reference {
        form: form.to_owned(),
        edition: edition(row)?,
        text: row.get(4)?,
    })
}

fn edition(row: &Row) -> Result<Edition, StoreError> {
    let by: Option<String> = row.get(1)?;
    let name: Option<String> = row.get(2)?;
    Ok(Edition {
        version: row.get(0)?,
        published_by: by.zip(name).map(|(id, name)| Named { id, name }),
        published_at: Instant(row.get(3)?),
    })
}
