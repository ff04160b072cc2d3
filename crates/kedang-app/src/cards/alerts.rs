//! What must be seen wherever a customer is served: the red banner over every care entry (D01-9).

use kedang_core::CustomerId;
use kedang_store::{Tx, cards};

use super::content;
use super::view::Alert;
use crate::{AppError, Scene};

/// The given answers of alerting fields on all cards of a customer; for who may see P2 only.
pub(super) fn of(
    tx: &mut Tx,
    scene: &Scene,
    customer: &CustomerId,
) -> Result<Vec<Alert>, AppError> {
    let mut alerts = Vec::new();
    for card in cards::of_customer(tx, customer)? {
        let form = scene
            .house
            .forms
            .version(tx, &card.form, card.form_version)?;
        let fields: Vec<_> = form.fields.iter().filter(|f| f.alert).collect();
        if fields.is_empty() {
            continue;
        }
        let Some(content) = content::load(tx, &form, &card, card.revision)? else {
            continue;
        };
        for field in fields {
            if let Some(value) = content.answers.value(&field.key) {
                alerts.push(Alert {
                    card: card.clone(),
                    form: form.clone(),
                    field: field.key.clone(),
                    value: value.clone(),
                });
            }
        }
    }
    Ok(alerts)
}
