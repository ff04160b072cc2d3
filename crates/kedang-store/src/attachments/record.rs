//! The rows of attachments.

use kedang_core::attachment::{Attachment, Purpose};
use kedang_core::customer::Named;
use kedang_core::{AttachmentId, CustomerId, Instant};

use crate::db::{Row, StoreError, Tx, statements};

/// What [`read`] reads.
macro_rules! columns {
    () => {
        "select a.id, a.customer_id, a.purpose, a.name, a.kind, a.size, a.sha256, a.sensitive, a.consent, a.taken_on, a.thumbnail_sha is not null, s.id, s.name, a.created_at, a.display_sha, a.thumbnail_sha from attachments a join staff s on s.id = a.created_by"
    };
}

statements! {
    INSERT = "insert into attachments (id, customer_id, purpose, name, sensitive, consent, state, created_by, created_at, updated_at, version) values ($1, $2, $3, $4, $5, $6, 'pending', $7, $8, $8, 1)";
    KEEP = "update attachments set state = 'kept', name = $2, kind = $3, size = $4, sha256 = $5, source_sha = $6, display_sha = $7, thumbnail_sha = $8, taken_on = $9, updated_at = $10, version = version + 1 where id = $1 and state = 'pending'";
    FIND = concat!(columns!(), " where a.id = $1 and a.state = 'kept'");
    LIST = concat!(columns!(), " where a.customer_id = $1 and a.state = 'kept' and (a.sensitive = $2 or a.sensitive = $3) and a.id < $4 order by a.id desc limit $5");
    HIDDEN = "select cast(count(*) as bigint) from attachments where customer_id = $1 and state = 'kept' and sensitive = $2";
    PENDING = "select customer_id, purpose, name, sensitive, consent from attachments where id = $1 and state = 'pending'";
    ELSEWHERE = "select a.customer_id from attachments a where a.source_sha = $1 and a.state = 'kept' and a.purpose = 'photo' and a.customer_id <> $2 and not exists (select 1 from attachments o where o.source_sha = $1 and o.state = 'kept' and o.customer_id = $2) order by a.id limit 1";
    SEAL = "update attachments set sensitive = $2, updated_at = $3, version = version + 1 where id = $1 and sensitive <> $2";
    REMOVE = "update attachments set state = 'removed', updated_at = $2, version = version + 1 where id = $1 and state = 'kept'";
}

/// An attachment whose file is still to come.
#[derive(Debug)]
pub struct NewAttachment<'a> {
    /// The id.
    pub id: &'a str,
    /// In whose dossier.
    pub customer: &'a CustomerId,
    /// What it is there for.
    pub purpose: Purpose,
    /// Its name.
    pub name: &'a str,
    /// Whether it is of class P2.
    pub sensitive: bool,
    /// Whether the person on the photo agreed.
    pub consent: bool,
    /// Who puts it in.
    pub author: &'a str,
    /// µs.
    pub at: i64,
}

/// What the file turned out to be. Hashes are 64 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// A word of the file store: `jpeg`, `pdf` …
    pub kind: &'static str,
    /// Bytes.
    pub size: i64,
    /// What is handed out.
    pub sha256: String,
    /// What came.
    pub source: String,
    /// The picture for the screen.
    pub display: Option<String>,
    /// The picture for lists.
    pub thumbnail: Option<String>,
    /// `YYYY-MM-DD`.
    pub taken_on: Option<String>,
}

/// An attachment that is kept, with the hashes of its pictures.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The attachment.
    pub attachment: Attachment,
    /// The picture for the screen.
    pub display: Option<String>,
    /// The picture for lists.
    pub thumbnail: Option<String>,
}

/// Stores a pending row.
///
/// # Errors
/// When the database fails.
pub fn insert(tx: &mut Tx, new: &NewAttachment) -> Result<(), StoreError> {
    let args = [
        new.id.into(),
        new.customer.as_str().into(),
        new.purpose.key().into(),
        new.name.into(),
        new.sensitive.into(),
        new.consent.into(),
        new.author.into(),
        new.at.into(),
    ];
    tx.execute(INSERT, &args)?;
    Ok(())
}

/// What is known of a pending row.
#[derive(Debug, Clone)]
pub struct Pending {
    /// In whose dossier.
    pub customer: CustomerId,
    /// What it is there for.
    pub purpose: Purpose,
    /// Its name.
    pub name: String,
}

/// The pending row with this id.
///
/// # Errors
/// When the database fails.
pub fn pending(tx: &mut Tx, id: &AttachmentId) -> Result<Option<Pending>, StoreError> {
    tx.first(PENDING, &[id.as_str().into()], |row| {
        Ok(Pending {
            customer: CustomerId::trusted(row.get(0)?),
            purpose: purpose(row.text(1)?)?,
            name: row.get(2)?,
        })
    })
}

/// Turns a pending row into a kept one at `at` (µs), under its final name; false when there is no
/// such pending row.
///
/// # Errors
/// When the database fails.
pub fn keep(
    tx: &mut Tx,
    id: &AttachmentId,
    name: &str,
    content: &Content,
    at: i64,
) -> Result<bool, StoreError> {
    let args = [
        id.as_str().into(),
        name.into(),
        content.kind.into(),
        content.size.into(),
        content.sha256.as_str().into(),
        content.source.as_str().into(),
        content.display.clone().into(),
        content.thumbnail.clone().into(),
        content.taken_on.clone().into(),
        at.into(),
    ];
    Ok(tx.execute(KEEP, &args)? == 1)
}

/// The kept attachment with this id.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Tx, id: &AttachmentId) -> Result<Option<Kept>, StoreError> {
    tx.first(FIND, &[id.as_str().into()], read)
}

/// The attachments of a dossier before `before`, newest first, one more than `limit`; sensitive
/// ones only if `all`.
///
/// # Errors
/// When the database fails.
pub fn list(
    tx: &mut Tx,
    customer: &CustomerId,
    all: bool,
    before: &str,
    limit: u32,
) -> Result<Vec<Attachment>, StoreError> {
    let args = [
        customer.as_str().into(),
        false.into(),
        all.into(),
        before.into(),
        i64::from(limit + 1).into(),
    ];
    tx.query(LIST, &args, |row| read(row).map(|kept| kept.attachment))
}

/// How many sensitive attachments a dossier has.
///
/// # Errors
/// When the database fails.
pub fn sensitive(tx: &mut Tx, customer: &CustomerId) -> Result<i64, StoreError> {
    let args = [customer.as_str().into(), true.into()];
    Ok(tx.first(HIDDEN, &args, |row| row.get(0))?.unwrap_or(0))
}

/// Another customer in whose dossier the same photo lies (`source`: SHA-256 of what came), unless
/// it lies in this one already.
///
/// # Errors
/// When the database fails.
pub fn photo_elsewhere(
    tx: &mut Tx,
    source: &str,
    customer: &CustomerId,
) -> Result<Option<CustomerId>, StoreError> {
    tx.first(ELSEWHERE, &[source.into(), customer.as_str().into()], |r| {
        r.get(0).map(CustomerId::trusted)
    })
}

/// Counts an attachment among class P2 from now on.
///
/// # Errors
/// When the database fails.
pub fn seal(tx: &mut Tx, id: &AttachmentId, at: i64) -> Result<(), StoreError> {
    tx.execute(SEAL, &[id.as_str().into(), true.into(), at.into()])?;
    Ok(())
}

/// Takes an attachment out of its dossier; false when it is not there.
///
/// # Errors
/// When the database fails.
pub fn remove(tx: &mut Tx, id: &AttachmentId, at: i64) -> Result<bool, StoreError> {
    Ok(tx.execute(REMOVE, &[id.as_str().into(), at.into()])? == 1)
}

fn read(row: &Row) -> Result<Kept, StoreError> {
    Ok(Kept {
        attachment: Attachment {
            id: AttachmentId::trusted(row.get(0)?),
            customer_id: CustomerId::trusted(row.get(1)?),
            purpose: purpose(row.text(2)?)?,
            name: row.get(3)?,
            kind: row.get(4)?,
            size: row.get(5)?,
            sha256: row.get(6)?,
            sensitive: row.get(7)?,
            consent: row.get(8)?,
            taken_on: row.get(9)?,
            pictured: row.get(10)?,
            author: Named {
                id: row.get(11)?,
                name: row.get(12)?,
            },
            at: Instant(row.get(13)?),
        },
        display: row.get(14)?,
        thumbnail: row.get(15)?,
    })
}

fn purpose(key: &str) -> Result<Purpose, StoreError> {
    Purpose::from_key(key).ok_or_else(|| StoreError::Type(format!("purpose {key}")))
}
