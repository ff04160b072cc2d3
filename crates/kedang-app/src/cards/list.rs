//! The cards of a dossier.

use std::sync::Arc;

use kedang_core::CustomerId;
use kedang_core::access::Action;
use kedang_form::Form;
use kedang_store::{Tx, cards};

use super::open;
use super::view::{CardList, Listed};
use crate::{AppError, Scene, access};

/// The cards of a customer, opened last first, and the forms to open more of.
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
    let forms = scene.house.forms.list(tx)?.into_iter();
    let facts = access::facts(tx, scene, &customer)?;
    let may_open = |form: &Arc<Form>| {
        open::fits(form, &customer) && open::stays_open(scene, form, facts.clone())
    };
    Ok(CardList {
        openable: forms.filter(may_open).collect(),
        customer,
        items,
    })
}
