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
    let id = draw.id();
    let salt = draw.salt();
    let payload = deed.payload.as_ref().map(Value::to_string);
    let digest = sha256(&[&salt, payload.as_deref().unwrap_or("").as_bytes()]);
    let fields = Value::from(deed.fields.to_vec()).to_string();
    audit::insert(
        tx,
        &NewAudit {
            id: &id,
            at: by.at,
            actor: by.actor,
            via: by.via.key(),
            request_id: by.request_id,
            action: deed.action,
            object_type: deed.object.0,
            object_id: deed.object.1,
            class: deed.class,
            decision: deed.decision,
            fields: &fields,
            salt: &salt,
            payload_digest: &digest,
            payload: payload.as_deref(),
        },
    )
}
