//! The one door to an entry of the log: through its customer.

use jiff::civil::Date;
use kedang_core::access::Action;
use kedang_core::contact::{Checked, Contact};
use kedang_core::customer::Customer;
use kedang_core::{AttachmentId, ContactId, CustomerId, Problem};
use kedang_store::{Tx, attachments, contacts};

use crate::{AppError, Scene, access};

/// The entry, if `scene`'s actor may do `action` with its customer. What he may not know of is
/// answered exactly as what is not there.
///
/// # Errors
/// `contact.not_found`; `customer.edit_forbidden` for what he may read and not edit.
pub(super) fn contact(
    tx: &mut Tx,
    scene: &Scene,
    id: &ContactId,
    action: Action,
) -> Result<(Customer, Contact), AppError> {
    let not_found = || AppError::from(Problem::not_found("contact.not_found"));
    let contact = contacts::find(tx, id)?.ok_or_else(not_found)?;
    let customer = access::customer(tx, scene, &contact.customer_id, action);
    let customer = customer.map_err(|error| match error {
        AppError::Problem(p) if p.code == "customer.not_found" => not_found(),
        other => other,
    })?;
    Ok((customer.into_inner(), contact))
}

/// Refuses scans that do not lie in the dossier.
///
/// # Errors
/// `contact.invalid` against `files`.
pub(super) fn own_files(
    tx: &mut Tx,
    customer: &CustomerId,
    files: &[AttachmentId],
) -> Result<(), AppError> {
    for id in files {
        let found = attachments::find(tx, id)?;
        if found.is_none_or(|kept| kept.attachment.customer_id != *customer) {
            let wrong = Problem::invalid("contact.invalid");
            return Err(wrong.field("files", "contact.file_unknown").into());
        }
    }
    Ok(())
}

/// The beginning of the entry's day in the company's zone, UTC µs.
pub(super) fn begins(scene: &Scene, checked: &Checked) -> Result<i64, AppError> {
    let day: Option<Date> = checked.happened_on.parse().ok();
    let begins = day.and_then(|day| day.to_zoned_datetime(scene.house.zone.clone()).ok());
    let odd = || AppError::Internal(format!("a day without beginning: {}", checked.happened_on));
    Ok(begins.ok_or_else(odd)?.timestamp().as_microsecond())
}
