//! The one door to an attachment: through its customer.

use kedang_core::access::Action;
use kedang_core::customer::Customer;
use kedang_core::{AttachmentId, Problem};
use kedang_store::Tx;
use kedang_store::attachments::{self, Kept};

use crate::{AppError, Scene, access};

/// An attachment that the reader may see.
#[derive(Debug, Clone)]
pub(super) struct Allowed {
    pub(super) kept: Kept,
    pub(super) customer: Customer,
    pub(super) may_edit: bool,
}

/// The attachment, if `scene`'s actor may do `action` with its customer; a sensitive one only if
/// he may edit there. What he may not know of is answered exactly as what is not there.
///
/// # Errors
/// `attachment.not_found`; `customer.edit_forbidden` for what he may see and not remove.
pub(super) fn attachment(
    tx: &mut Tx,
    scene: &Scene,
    id: &AttachmentId,
    action: Action,
) -> Result<Allowed, AppError> {
    let not_found = || AppError::from(Problem::not_found("attachment.not_found"));
    let kept = attachments::find(tx, id)?.ok_or_else(not_found)?;
    let customer = &kept.attachment.customer_id;
    let customer = access::readable(tx, scene, customer)?.ok_or_else(not_found)?;
    let may_edit = access::may_edit(tx, scene, &customer)?;
    if kept.attachment.sensitive && !may_edit {
        return Err(not_found());
    }
    if action == Action::Edit && !may_edit {
        return Err(Problem::forbidden("customer.edit_forbidden").into());
    }
    Ok(Allowed {
        kept,
        customer,
        may_edit,
    })
}
