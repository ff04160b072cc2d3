//! Takes an attachment out of its dossier. Its file stays until somebody destroys it by the rules.

use kedang_core::access::Action;
use kedang_core::{AttachmentId, CustomerId, Problem};
use kedang_store::{Tx, attachments, contacts};
use serde_json::json;

use super::door;
use crate::audit::{self, By, Deed};
use crate::{AppError, Scene};

/// Removes the attachment and says from whose dossier.
///
/// # Errors
/// `attachment.not_found`, `customer.edit_forbidden`; `attachment.in_use` while a card or a contact holds it.
pub fn remove(tx: &mut Tx, scene: &Scene, id: &AttachmentId) -> Result<CustomerId, AppError> {
    let allowed = door::attachment(tx, scene, id, Action::Edit)?;
    if !attachments::holders(tx, id)?.is_empty() || contacts::hold(tx, id)? {
        return Err(Problem::conflict("attachment.in_use").into());
    }
    if !attachments::remove(tx, id, scene.moment.at())? {
        return Err(Problem::not_found("attachment.not_found").into());
    }
    let (attachment, customer) = (allowed.kept.attachment, allowed.customer);
    let deed = Deed {
        action: "attachment.remove",
        object: ("customer", customer.id.as_str()),
        class: Some(customer.class),
        decision: "allowed",
        fields: &["attachments"],
        payload: Some(json!({ "id": attachment.id, "sha256": attachment.sha256 })),
    };
    audit::record(tx, &mut scene.moment.draw(), By::from(scene), &deed)?;
    Ok(customer.id)
}
