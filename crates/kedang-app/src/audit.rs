//! Every write leaves an audit row in its own transaction.

use kedang_core::Draw;
use kedang_core::digest::sha256;
use kedang_store::audit::{self, NewAudit};
use kedang_store::{StoreError, Tx};
use serde_json::Value;

use crate::scene::{Scene, Via};

/// By whom, by which door and when something is done.
#[derive(Debug, Clone, Copy)]
pub(crate) struct By<'a> {
    /// A staff id, or the name of a command.
    pub(crate) actor: &'a str,
    pub(crate) via: Via,
    pub(crate) request_id: &'a str,
    /// µs.
    pub(crate) at: i64,
}

impl By<'static> {
    /// A command of the command line, at a moment in µs.
    pub(crate) fn command(name: &'static str, at: i64) -> Self {
        Self {
            actor: name,
            via: Via::Cli,
            request_id: name,
            at,
        }
    }
}

impl<'a> From<&'a Scene> for By<'a> {
    fn from(scene: &'a Scene) -> Self {
        Self {
            actor: scene.actor.staff.as_str(),
            via: scene.via,
            request_id: &scene.request_id,
            at: scene.moment.at(),
        }
    }
}

/// What is done to what.
#[derive(Debug)]
pub(crate) struct Deed<'a> {
    /// `noun.verb`.
    pub(crate) action: &'static str,
    pub(crate) object: (&'static str, &'a str),
    /// Class of the dossier concerned.
    pub(crate) class: Option<i64>,
    pub(crate) decision: &'static str,
    /// The fields concerned.
    pub(crate) fields: &'a [&'a str],
    /// Before and after; `None` when nothing is to be kept.
    pub(crate) payload: Option<Value>,
}

/// Appends the row.
pub(crate) fn record(tx: &mut Tx, draw: &mut Draw, by: By, deed: &Deed) -> Result<(), StoreError> {
    record_all(tx, draw, by, std::slice::from_ref(deed))
}

/// What is worked out of a deed before it is stored.
pub(crate) struct Drawn {
    id: String,
    salt: [u8; 16],
    digest: [u8; 32],
    fields: String,
    payload: Option<String>,
}

/// Appends a row for each deed.
fn record_all(tx: &mut Tx, draw: &mut Draw, by: By, deeds: &[Deed]) -> Result<(), StoreError> {
    let drawn = draw_all(draw, deeds);
    append(tx, by, deeds, &drawn)
}

/// Works out what of the rows needs no database.
pub(crate) fn draw_all(draw: &mut Draw, deeds: &[Deed]) -> Vec<Drawn> {
    deeds.iter().map(|deed| Drawn::of(draw, deed)).collect()
}

/// Appends the rows of deeds that were worked out.
pub(crate) fn append(
    tx: &mut Tx,
    by: By,
    deeds: &[Deed],
    drawn: &[Drawn],
) -> Result<(), StoreError> {
    let rows: Vec<NewAudit> = deeds
        .iter()
        .zip(drawn)
        .map(|(deed, drawn)| NewAudit {
            id: &drawn.id,
            at: by.at,
            actor: by.actor,
            via: by.via.key(),
            request_id: by.request_id,
            action: deed.action,
            object_type: deed.object.0,
            object_id: deed.object.1,
            class: deed.class,
            decision: deed.decision,
            fields: &drawn.fields,
            salt: &drawn.salt,
            payload_digest: &drawn.digest,
            payload: drawn.payload.as_deref(),
        })
        .collect();
    audit::insert(tx, &rows)
}

impl Drawn {
    fn of(draw: &mut Draw, deed: &Deed) -> Self {
        let (id, salt) = (draw.id(), draw.salt());
        let payload = deed.payload.as_ref().map(Value::to_string);
        Self {
            id,
            salt,
            digest: sha256(&[&salt, payload.as_deref().unwrap_or("").as_bytes()]),
            fields: Value::from(deed.fields.to_vec()).to_string(),
            payload,
        }
    }
}
