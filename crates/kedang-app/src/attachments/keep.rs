//! Keeps a file that has come in.

use kedang_core::access::Action;
use kedang_core::attachment::{Attachment, Purpose, with_ending};
use kedang_core::{AttachmentId, Problem};
use kedang_store::Tx;
use kedang_store::attachments::{self, Content};
use serde_json::json;

use crate::audit::{self, By, Deed};
use crate::{AppError, Scene, access};

/// A file that is in the store.
#[derive(Debug, Clone)]
pub struct Keep {
    /// The id of the pending row.
    pub id: AttachmentId,
    /// What it turned out to be.
    pub content: Content,
    /// The endings of its kind, the usual one first.
    pub endings: &'static [&'static str],
    /// Whether the same photo may lie in another dossier too.
    pub shared: bool,
}

/// Turns the pending row into an attachment.
///
/// # Errors
/// `attachment.not_found`, `customer.not_found`, `customer.edit_forbidden`;
/// `attachment.photo_elsewhere` when the same photo lies in another customer's dossier (D01-10).
pub fn keep(tx: &mut Tx, scene: &Scene, ask: &Keep) -> Result<Attachment, AppError> {
    let not_found = || AppError::from(Problem::not_found("attachment.not_found"));
    let pending = attachments::pending(tx, &ask.id)?.ok_or_else(not_found)?;
    let customer = access::customer(tx, scene, &pending.customer, Action::Edit)?.into_inner();
    if pending.purpose == Purpose::Photo && !ask.shared {
        only_here(tx, scene, ask, &pending.customer)?;
    }
    let (name, at) = (with_ending(&pending.name, ask.endings), scene.moment.at());
    if !attachments::keep(tx, &ask.id, &name, &ask.content, at)? {
        return Err(not_found());
    }
    let kept = attachments::find(tx, &ask.id)?.ok_or_else(not_found)?;
    let attachment = kept.attachment;
    let deed = Deed {
        action: "attachment.add",
        object: ("customer", customer.id.as_str()),
        class: Some(customer.class),
        decision: "allowed",
        fields: &["attachments"],
        payload: Some(json!({
            "id": attachment.id, "purpose": attachment.purpose, "kind": attachment.kind,
            "size": attachment.size, "sha256": attachment.sha256,
            // The name of a sensitive paper can say what is in it.
            "name": (!attachment.sensitive).then_some(&attachment.name),
        })),
    };
    audit::record(tx, &mut scene.moment.draw(), By::from(scene), &deed)?;
    Ok(attachment)
}

/// Refuses a photo of another customer. Whose it is, is said only to who may know of him.
fn only_here(
    tx: &mut Tx,
    scene: &Scene,
    ask: &Keep,
    here: &kedang_core::CustomerId,
) -> Result<(), AppError> {
    let Some(other) = attachments::photo_elsewhere(tx, &ask.content.source, here)? else {
        return Ok(());
    };
    Err(match access::readable(tx, scene, &other)? {
        Some(other) => Problem::conflict("attachment.photo_of_other")
            .with("name", other.name)
            .with("code", other.code),
        None => Problem::conflict("attachment.photo_elsewhere"),
    }
    .into())
}
