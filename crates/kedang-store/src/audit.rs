//! The audit log: append-only rows, and their payloads apart so that those can be deleted.

use crate::db::{Kind, StoreError, Tx, Value, statements};

statements! {
    INSERT = "insert into audit (id, at, actor, via, request_id, action, object_type, object_id, class, decision, fields, salt, payload_digest) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    INSERT_PAYLOAD = "insert into audit_payloads (audit_id, payload) values ($1, $2)";
    OF_OBJECT = "select id, at, actor, via, action, decision, fields from audit where object_type = $1 and object_id = $2 order by at, id limit 1000";
}

/// A row to be stored.
#[derive(Debug)]
pub struct NewAudit<'a> {
    /// The id.
    pub id: &'a str,
    /// µs.
    pub at: i64,
    /// Who acted: a staff id, or the command's name.
    pub actor: &'a str,
    /// `web`, `api` or `cli`.
    pub via: &'a str,
    /// Ties the row to one request.
    pub request_id: &'a str,
    /// `noun.verb`.
    pub action: &'a str,
    /// The noun of the object.
    pub object_type: &'a str,
    /// Its id.
    pub object_id: &'a str,
    /// Class of the dossier concerned, if one is.
    pub class: Option<i64>,
    /// `allowed` or `denied`.
    pub decision: &'a str,
    /// The names of the fields concerned, a JSON list.
    pub fields: &'a str,
    /// 16 bytes.
    pub salt: &'a [u8],
    /// SHA-256 of salt and payload.
    pub payload_digest: &'a [u8],
    /// Before and after as JSON; `None` when there is nothing to keep.
    pub payload: Option<&'a str>,
}

/// Appends rows and their payloads.
///
/// # Errors
/// When the database fails.
pub fn insert(tx: &mut Tx, all: &[NewAudit]) -> Result<(), StoreError> {
    let rows: Vec<[Value; 13]> = all.iter().map(row).collect();
    tx.insert_many(INSERT, &KINDS, &rows)?;
    let with = all.iter().filter_map(|new| Some((new.id, new.payload?)));
    let payloads: Vec<[Value; 2]> = with.map(|(id, text)| [id.into(), text.into()]).collect();
    if !payloads.is_empty() {
        tx.insert_many(INSERT_PAYLOAD, &[Kind::Text; 2], &payloads)?;
    }
    Ok(())
}

/// What the parameters of [`INSERT`] hold.
const KINDS: [Kind; 13] = {
    let mut kinds = [Kind::Text; 13];
    kinds[1] = Kind::Int;
    kinds[8] = Kind::Int;
    kinds[11] = Kind::Blob;
    kinds[12] = Kind::Blob;
    kinds
};

fn row(new: &NewAudit) -> [Value; 13] {
    [
        new.id.into(),
        new.at.into(),
        new.actor.into(),
        new.via.into(),
        new.request_id.into(),
        new.action.into(),
        new.object_type.into(),
        new.object_id.into(),
        new.class.into(),
        new.decision.into(),
        new.fields.into(),
        new.salt.to_vec().into(),
        new.payload_digest.to_vec().into(),
    ]
}

/// A row as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditRow {
    /// The id.
    pub id: String,
    /// µs.
    pub at: i64,
    /// Who acted.
    pub actor: String,
    /// `web`, `api` or `cli`.
    pub via: String,
    /// `noun.verb`.
    pub action: String,
    /// `allowed` or `denied`.
    pub decision: String,
    /// A JSON list of field names.
    pub fields: String,
}

/// The rows of one object, oldest first, at most 1,000.
///
/// # Errors
/// When the database fails.
pub fn of_object(tx: &mut Tx, object_type: &str, id: &str) -> Result<Vec<AuditRow>, StoreError> {
    tx.query(OF_OBJECT, &[object_type.into(), id.into()], |row| {
        Ok(AuditRow {
            id: row.get(0)?,
            at: row.get(1)?,
            actor: row.get(2)?,
            via: row.get(3)?,
            action: row.get(4)?,
            decision: row.get(5)?,
            fields: row.get(6)?,
        })
    })
}
