//! The heads of cards.

use kedang_core::card::{Card, Filing, Status};
use kedang_core::customer::Named;
use kedang_core::{CardId, CustomerId, Instant};

use crate::db::{Row, StoreError, Tx, statements};

macro_rules! columns {
    () => {
        "select k.id, k.customer_id, k.form_key, k.form_version, p.id, p.name, s.id, s.name, k.status, k.revision, k.answered, k.applicable, k.created_at, k.updated_at, k.version, k.filed_revision, f.id, f.name, k.filed_at from cards k join departments p on p.id = k.department_id join staff s on s.id = k.custodian_id left join staff f on f.id = k.filed_by where "
    };
}

statements! {
    INSERT = "insert into cards (id, customer_id, form_key, form_version, department_id, custodian_id, status, revision, answered, applicable, texts, created_by, created_at, updated_at, version) values ($1, $2, $3, $4, $5, $6, 'open', 0, 0, $7, '[]', $6, $8, $8, 1)";
    FIND = concat!(columns!(), "k.id = $1");
    OF_CUSTOMER = concat!(columns!(), "k.customer_id = $1 order by k.created_at desc, k.id desc limit 1000");
    MOVE_ON = "update cards set revision = $3, status = $4, answered = $5, applicable = $6, texts = $7, updated_at = $8, version = version + 1 where id = $1 and version = $2";
    SET_STATUS = "update cards set status = $3, updated_at = $4, version = version + 1 where id = $1 and version = $2";
    SET_FILING = "update cards set filed_revision = $3, filed_by = $4, filed_at = $5, updated_at = $6, version = version + 1 where id = $1 and version = $2";
    CLASS_AT_LEAST = "update customers set class = $2 where id = $1 and class < $2";
    TEXTS = "select texts from cards where customer_id = $1 order by created_at, id limit 1000";
}

/// A blank card to be stored.
#[derive(Debug)]
pub struct NewCard<'a> {
    /// The id.
    pub id: &'a CardId,
    /// In whose dossier.
    pub customer: &'a CustomerId,
    /// Key of the form.
    pub form: &'a str,
    /// Version of the form.
    pub form_version: u32,
    /// To whose file it belongs.
    pub department: &'a str,
    /// Who opens and keeps it.
    pub custodian: &'a str,
    /// Fields that apply to a blank card.
    pub applicable: i64,
    /// µs.
    pub at: i64,
}

/// Stores a blank card.
///
/// # Errors
/// When the form's version is not published, or the database fails.
pub fn insert(tx: &mut Tx, new: &NewCard) -> Result<(), StoreError> {
    tx.execute(
        INSERT,
        &[
            new.id.as_str().into(),
            new.customer.as_str().into(),
            new.form.into(),
            new.form_version.into(),
            new.department.into(),
            new.custodian.into(),
            new.applicable.into(),
            new.at.into(),
        ],
    )?;
    Ok(())
}

/// The card with this id, whoever asks: the caller decides what becomes of it.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Tx, id: &CardId) -> Result<Option<Card>, StoreError> {
    tx.first(FIND, &[id.as_str().into()], read)
}

/// The cards of a customer, opened last first, at most 1,000.
///
/// # Errors
/// When the database fails.
pub fn of_customer(tx: &mut Tx, customer: &CustomerId) -> Result<Vec<Card>, StoreError> {
    tx.query(OF_CUSTOMER, &[customer.as_str().into()], read)
}

/// What a card is after a new revision.
#[derive(Debug)]
pub struct Now<'a> {
    /// The revision.
    pub revision: i64,
    /// How far it is.
    pub status: Status,
    /// Fields answered.
    pub answered: i64,
    /// Fields that apply.
    pub applicable: i64,
    /// What the search may know, JSON.
    pub texts: &'a str,
    /// µs.
    pub at: i64,
}

/// Moves a card of `version` on to a revision; false when somebody was faster.
///
/// # Errors
/// When the database fails.
pub fn move_on(tx: &mut Tx, id: &CardId, version: i64, now: &Now) -> Result<bool, StoreError> {
    let args = [
        id.as_str().into(),
        version.into(),
        now.revision.into(),
        now.status.key().into(),
        now.answered.into(),
        now.applicable.into(),
        now.texts.into(),
        now.at.into(),
    ];
    Ok(tx.execute(MOVE_ON, &args)? == 1)
}

/// Sets the status of a card of `version` at `at` (µs); false when somebody was faster.
///
/// # Errors
/// When the database fails.
pub fn set_status(
    tx: &mut Tx,
    id: &CardId,
    version: i64,
    status: Status,
    at: i64,
) -> Result<bool, StoreError> {
    let args = [
        id.as_str().into(),
        version.into(),
        status.key().into(),
        at.into(),
    ];
    Ok(tx.execute(SET_STATUS, &args)? == 1)
}

/// Notes which state of a card of `version` was filed by whom and when (µs), or that none is; false
/// when somebody was faster.
///
/// # Errors
/// When the database fails.
pub fn set_filing(
    tx: &mut Tx,
    card: (&CardId, i64),
    filing: Option<(i64, &str)>,
    at: i64,
) -> Result<bool, StoreError> {
    let (id, version) = card;
    let args = [
        id.as_str().into(),
        version.into(),
        filing.map(|(revision, _)| revision).into(),
        filing.map(|(_, by)| by).into(),
        filing.map(|_| at).into(),
        at.into(),
    ];
    Ok(tx.execute(SET_FILING, &args)? == 1)
}

/// Raises the class of a dossier to `class`, never lowers it; true when it rose.
///
/// # Errors
/// When the database fails.
pub fn class_at_least(tx: &mut Tx, customer: &CustomerId, class: i64) -> Result<bool, StoreError> {
    let args = [customer.as_str().into(), class.into()];
    Ok(tx.execute(CLASS_AT_LEAST, &args)? == 1)
}

/// What the search may know of each card of a customer, JSON.
///
/// # Errors
/// When the database fails.
pub fn texts(tx: &mut Tx, customer: &CustomerId) -> Result<Vec<String>, StoreError> {
    tx.query(TEXTS, &[customer.as_str().into()], |row| row.get(0))
}

fn read(row: &Row) -> Result<Card, StoreError> {
    let named = |id, name| -> Result<Named, StoreError> {
        Ok(Named {
            id: row.get(id)?,
            name: row.get(name)?,
        })
    };
    let version: i64 = row.get(3)?;
    let form_version = u32::try_from(version).ok();
    Ok(Card {
        id: CardId::trusted(row.get(0)?),
        customer_id: CustomerId::trusted(row.get(1)?),
        form: row.get(2)?,
        form_version: form_version
            .ok_or_else(|| StoreError::Type(format!("form version {version}")))?,
        department: named(4, 5)?,
        custodian: named(6, 7)?,
        status: Status::from_key(row.text(8)?),
        revision: row.get(9)?,
        answered: row.get(10)?,
        applicable: row.get(11)?,
        created_at: Instant(row.get(12)?),
        updated_at: Instant(row.get(13)?),
        version: row.get(14)?,
        filing: filing(row)?,
    })
}

fn filing(row: &Row) -> Result<Option<Filing>, StoreError> {
    let Some(revision) = row.get(15)? else {
        return Ok(None);
    };
    Ok(Some(Filing {
        revision,
        by: Named {
            id: row.get(16)?,
            name: row.get(17)?,
        },
        at: Instant(row.get(18)?),
    }))
}
