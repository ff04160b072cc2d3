//! The cards of a dossier.

use kedang_core::CustomerId;
use kedang_core::access::Action;
use kedang_store::{Tx, cards};

use super::door;
use super::view::{CardList, Listed};
use crate::{AppError, Scene, access};

/// The cards of a customer, opened last first.
///
/// # Errors
/// `customer.not_found`, also for what the reader may not know of.
pub fn list(tx: &mut Tx, scene: &Scene, customer: &CustomerId) -> Result<CardList, AppError> {
    let customer = access::customer(tx, scene, customer, Action::Read)?.into_inner();
    let mut items = Vec::new();
    for card in cards::of_customer(tx, &customer.id)? {
        let form = scene
            .house
            .forms
            .version(tx, &card.form, card.form_version)?;
        items.push(Listed { card, form });
    }
    Ok(CardList {
        may_edit: door::may_edit(tx, scene, &customer)?,
        customer,
        items,
    })
}
