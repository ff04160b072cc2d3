//! The contact log of customers, each entry with its scans.

use kedang_core::contact::{Channel, Checked, Contact, ContactFile, Direction};
use kedang_core::customer::Named;
use kedang_core::{AttachmentId, ContactId, CustomerId, Instant};

use crate::db::{Kind, Row, StoreError, Tx, Value, statements};

/// What [`read`] reads.
macro_rules! columns {
    () => {
        "select k.id, k.customer_id, k.channel, k.direction, k.number, k.happened_on, k.person, k.summary, s.id, s.name, k.created_at, k.version, k.happened_at from contacts k join staff s on s.id = k.staff_id"
    };
}

statements! {
    INSERT = "insert into contacts (id, customer_id, channel, direction, number, happened_on, happened_at, person, summary, staff_id, created_at, updated_at, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, 1)";
    UPDATE = "update contacts set channel = $3, direction = $4, number = $5, happened_on = $6, happened_at = $7, person = $8, summary = $9, updated_at = $10, version = version + 1 where id = $1 and version = $2 and removed_at is null";
    REMOVE = "update contacts set removed_at = $3, updated_at = $3, version = version + 1 where id = $1 and version = $2 and removed_at is null";
    FIND = concat!(columns!(), " where k.id = $1 and k.removed_at is null");
    LIST = concat!(columns!(), " where k.customer_id = $1 and k.removed_at is null and (k.happened_at, k.id) < ($2, $3) order by k.happened_at desc, k.id desc limit $4");
    FILES = "select f.attachment_id, a.name, a.thumbnail_sha is not null from contact_files f join attachments a on a.id = f.attachment_id where f.contact_id = $1 and a.state = 'kept' order by f.place";
    PAGE_FILES = "select f.contact_id, f.attachment_id, a.name, a.thumbnail_sha is not null from (select k.id from contacts k where k.customer_id = $1 and k.removed_at is null and (k.happened_at, k.id) < ($2, $3) order by k.happened_at desc, k.id desc limit $4) p join contact_files f on f.contact_id = p.id join attachments a on a.id = f.attachment_id where a.state = 'kept' order by f.contact_id, f.place";
    PUT_FILE = "insert into contact_files (contact_id, place, attachment_id) values ($1, $2, $3)";
    CLEAR_FILES = "delete from contact_files where contact_id = $1";
    OF_FILE = "select k.id from contact_files f join contacts k on k.id = f.contact_id where f.attachment_id = $1 and k.removed_at is null limit 1";
}

/// An entry to be stored.
#[derive(Debug)]
pub struct NewContact<'a> {
    /// The id.
    pub id: &'a str,
    /// With whom.
    pub customer: &'a CustomerId,
    /// What holds.
    pub checked: &'a Checked,
    /// The beginning of its day, µs.
    pub happened_at: i64,
    /// Who dealt with it.
    pub staff: &'a str,
    /// µs.
    pub at: i64,
}

/// Stores an entry.
///
/// # Errors
/// When the database fails.
pub fn insert(tx: &mut Tx, new: &NewContact) -> Result<(), StoreError> {
    let checked = new.checked;
    let args = [
        new.id.into(),
        new.customer.as_str().into(),
        checked.channel.key().into(),
        checked.direction.key().into(),
        checked.number.clone().into(),
        checked.happened_on.as_str().into(),
        new.happened_at.into(),
        checked.person.clone().into(),
        checked.summary.clone().into(),
        new.staff.into(),
        new.at.into(),
    ];
    tx.execute(INSERT, &args)?;
    put_files(tx, new.id, &checked.files)
}

/// Changes an entry that is at `version`, at `at` (µs); false when somebody was faster.
///
/// # Errors
/// When the database fails.
pub fn update(
    tx: &mut Tx,
    id: &ContactId,
    version: i64,
    checked: &Checked,
    happened_at: i64,
    at: i64,
) -> Result<bool, StoreError> {
    let args = [
        id.as_str().into(),
        version.into(),
        checked.channel.key().into(),
        checked.direction.key().into(),
        checked.number.clone().into(),
        checked.happened_on.as_str().into(),
        happened_at.into(),
        checked.person.clone().into(),
        checked.summary.clone().into(),
        at.into(),
    ];
    if tx.execute(UPDATE, &args)? != 1 {
        return Ok(false);
    }
    tx.execute(CLEAR_FILES, &[id.as_str().into()])?;
    put_files(tx, id.as_str(), &checked.files)?;
    Ok(true)
}

fn put_files(tx: &mut Tx, id: &str, files: &[AttachmentId]) -> Result<(), StoreError> {
    let rows: Vec<[Value; 3]> = (0_i64..)
        .zip(files)
        .map(|(place, file)| [id.into(), place.into(), file.as_str().into()])
        .collect();
    tx.insert_many(PUT_FILE, &[Kind::Text, Kind::Int, Kind::Text], &rows)?;
    Ok(())
}

/// Takes an entry out of the log; false when somebody was faster.
///
/// # Errors
/// When the database fails.
pub fn remove(tx: &mut Tx, id: &ContactId, version: i64, at: i64) -> Result<bool, StoreError> {
    let args = [id.as_str().into(), version.into(), at.into()];
    Ok(tx.execute(REMOVE, &args)? == 1)
}

/// The entry with this id.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Tx, id: &ContactId) -> Result<Option<Contact>, StoreError> {
    let found = tx.first(FIND, &[id.as_str().into()], read)?;
    let Some((mut contact, _)) = found else {
        return Ok(None);
    };
    contact.files = files(tx, &contact.id)?;
    Ok(Some(contact))
}

/// Where a list goes on: time in µs and id.
pub type Before<'a> = (i64, &'a str);

/// The entries of a customer before a place, newest first, one more than `limit`, each with its
/// time in µs.
///
/// # Errors
/// When the database fails.
pub fn list(
    tx: &mut Tx,
    customer: &CustomerId,
    (at, id): Before<'_>,
    limit: u32,
) -> Result<Vec<(Contact, i64)>, StoreError> {
    let args = [
        customer.as_str().into(),
        at.into(),
        id.into(),
        i64::from(limit + 1).into(),
    ];
    let mut found = tx.query(LIST, &args, read)?;
    tx.each(PAGE_FILES, &args, |row| {
        let of = row.text(0)?;
        if let Some((contact, _)) = found.iter_mut().find(|(c, _)| c.id.as_str() == of) {
            contact.files.push(file(row, 1)?);
        }
        Ok(())
    })?;
    Ok(found)
}

/// Whether an entry holds this attachment.
///
/// # Errors
/// When the database fails.
pub fn hold(tx: &mut Tx, file: &AttachmentId) -> Result<bool, StoreError> {
    Ok(tx
        .first(OF_FILE, &[file.as_str().into()], |_| Ok(()))?
        .is_some())
}

fn files(tx: &mut Tx, id: &ContactId) -> Result<Vec<ContactFile>, StoreError> {
    tx.query(FILES, &[id.as_str().into()], |row| file(row, 0))
}

fn file(row: &Row, first: usize) -> Result<ContactFile, StoreError> {
    Ok(ContactFile {
        id: AttachmentId::trusted(row.get(first)?),
        name: row.get(first + 1)?,
        pictured: row.get(first + 2)?,
    })
}

fn read(row: &Row) -> Result<(Contact, i64), StoreError> {
    let unknown = |text: &str| StoreError::Type(format!("contact: {text}"));
    let (channel, direction) = (row.text(2)?, row.text(3)?);
    let contact = Contact {
        id: ContactId::trusted(row.get(0)?),
        customer_id: CustomerId::trusted(row.get(1)?),
        channel: Channel::from_key(channel).ok_or_else(|| unknown(channel))?,
        direction: Direction::from_key(direction).ok_or_else(|| unknown(direction))?,
        number: row.get(4)?,
        happened_on: row.get(5)?,
        person: row.get(6)?,
        summary: row.get(7)?,
        files: Vec::new(),
        author: Named {
            id: row.get(8)?,
            name: row.get(9)?,
        },
        created_at: Instant(row.get(10)?),
        version: row.get(11)?,
    };
    Ok((contact, row.get(12)?))
}
