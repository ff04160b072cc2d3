//! The audit row of a dossier that goes out.

use kedang_core::CustomerId;
use kedang_store::Tx;
use serde_json::json;

use super::view::Dossier;
use crate::audit::{self, By, Deed};
use crate::customers::leaving;
use crate::{AppError, Scene};

/// What went out.
#[derive(Debug, Clone)]
pub(crate) struct Gone {
    customer: CustomerId,
    /// `json` or `pdf`.
    format: &'static str,
    /// Id and revision of each card.
    cards: Vec<(String, i64)>,
    contacts: usize,
    attachments: usize,
}

impl Gone {
    pub(crate) fn of(dossier: &Dossier, format: &'static str) -> Self {
        let held = dossier.cards.iter().map(|one| &one.view.card);
        Self {
            customer: dossier.customer.id.clone(),
            format,
            cards: held
                .map(|card| (card.id.to_string(), card.revision))
                .collect(),
            contacts: dossier.contacts.len(),
            attachments: dossier.attachments.len(),
        }
    }
}

/// Notes it, if the taker still may.
pub(crate) fn note(tx: &mut Tx, scene: &Scene, gone: &Gone) -> Result<(), AppError> {
    let customer = leaving(tx, scene, &gone.customer)?;
    let deed = Deed {
        action: "customer.dossier",
        object: ("customer", customer.id.as_str()),
        class: Some(customer.class),
        decision: "allowed",
        fields: &[],
        payload: Some(json!({
            "format": gone.format, "cards": gone.cards,
            "contacts": gone.contacts, "attachments": gone.attachments,
        })),
    };
    Ok(audit::record(
        tx,
        &mut scene.moment.draw(),
        By::from(scene),
        &deed,
    )?)
}
