//! The one door to a card: through its customer.

use std::sync::Arc;

use kedang_core::access::Action;
use kedang_core::card::Card;
use kedang_core::customer::Customer;
use kedang_core::{CardId, Problem};
use kedang_store::{Tx, cards};

use crate::forms::Form;
use crate::{AppError, Scene, access};

/// A card that the reader may see.
#[derive(Debug, Clone)]
pub(super) struct Opened {
    pub(super) customer: Customer,
    pub(super) card: Card,
    pub(super) form: Arc<Form>,
    /// Whether he may fill in and sign, and so sees the sensitive answers.
    pub(super) may_edit: bool,
}

/// The card, if `scene`'s actor may do `action` with its customer. A card of a customer that he may
/// not know of is answered exactly as one that is not there.
///
/// # Errors
/// `card.not_found`; `customer.edit_forbidden` for what he may read and not edit.
pub(super) fn card(
    tx: &mut Tx,
    scene: &Scene,
    id: &CardId,
    action: Action,
) -> Result<Opened, AppError> {
    let not_found = || Problem::not_found("card.not_found");
    let card = cards::find(tx, id)?.ok_or_else(not_found)?;
    let allowed = access::customer(tx, scene, &card.customer_id, action);
    let customer = allowed.map_err(|error| match error {
        AppError::Problem(p) if p.code == "customer.not_found" => not_found().into(),
        other => other,
    })?;
    let customer = customer.into_inner();
    let form = scene
        .house
        .forms
        .version(tx, &card.form, card.form_version)?;
    Ok(Opened {
        may_edit: access::may_edit(tx, scene, &customer)?,
        customer,
        card,
        form,
    })
}
