//! Shows one attachment.

use kedang_core::AttachmentId;
use kedang_core::access::Action;
use kedang_core::attachment::Attachment;
use kedang_core::card::Card;
use kedang_core::customer::Customer;
use kedang_store::{Tx, attachments, cards};
use std::sync::Arc;

use super::door;
use crate::forms::Form;
use crate::{AppError, Scene};

/// An attachment with what stands around it.
#[derive(Debug, Clone)]
pub struct AttachmentView {
    /// The attachment.
    pub attachment: Attachment,
    /// In whose dossier.
    pub customer: Customer,
    /// The cards that hold it, each with its form for the title.
    pub cards: Vec<(Card, Arc<Form>)>,
    /// Whether the reader may remove it; not while a card holds it.
    pub may_edit: bool,
}

/// The attachment with this id.
///
/// # Errors
/// `attachment.not_found`, also for what the reader may not know of.
pub fn show(tx: &mut Tx, scene: &Scene, id: &AttachmentId) -> Result<AttachmentView, AppError> {
    let allowed = door::attachment(tx, scene, id, Action::Read)?;
    let mut holding = Vec::new();
    for card in attachments::holders(tx, id)? {
        if let Some(card) = cards::find(tx, &card)? {
            let forms = &scene.house.forms;
            let form = forms.version(tx, &card.form, card.form_version)?;
            holding.push((card, form));
        }
    }
    Ok(AttachmentView {
        attachment: allowed.kept.attachment,
        customer: allowed.customer,
        cards: holding,
        may_edit: allowed.may_edit,
    })
}
