//! A dossier as JSON: the shapes of the interface, put together.

use std::collections::BTreeMap;

use kedang_app::dossiers::{CardInDossier, Dossier};
use kedang_core::Instant;
use kedang_core::attachment::Attachment;
use kedang_core::change::Change;
use kedang_core::contact::Contact;
use kedang_core::customer::{Customer, Named, StageChange};
use kedang_core::person::PersonInDossier;
use kedang_words::Tongue;
use serde::Serialize;
use utoipa::ToSchema;

use crate::cards::{CardDocument, RowDocument, document, row};
use crate::contacts::EventDocument;

/// The shape of what is written; a change that is not an addition makes the next one.
const SHAPE: u32 = 1;

/// A dossier as its reader may take it out.
#[derive(Serialize, ToSchema)]
pub struct DossierDocument {
    /// `1`: the shape of this document. Fields may be added to it, none changes its meaning.
    shape: u32,
    /// The company that keeps the dossier.
    company: String,
    /// Who took it out.
    taken_by: String,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    taken_at: Instant,
    /// 档号; null until it is filed.
    #[schema(required)]
    reference_code: Option<String>,
    customer: Customer,
    co_owners: Vec<Named>,
    persons: Vec<PersonInDossier>,
    /// How its stage went, last first.
    stages: Vec<StageChange>,
    /// 变动; those in force last first.
    changes: Vec<Change>,
    /// Opened first first.
    cards: Vec<DossierCard>,
    /// The contact log, oldest first.
    contacts: Vec<Contact>,
    /// What is enclosed, newest first; the contents are at `/attachments/{id}/content`.
    attachments: Vec<Attachment>,
    /// How many more there are, too sensitive for the caller.
    attachments_hidden: i64,
    /// What happened, newest first; never what an answer says.
    timeline: Vec<EventDocument>,
}

/// A card with its running records.
#[derive(Serialize, ToSchema)]
pub(crate) struct DossierCard {
    #[serde(flatten)]
    card: CardDocument,
    /// The rows of each running record by the key of its repeat, newest first.
    rows: BTreeMap<String, Vec<RowDocument>>,
}

impl DossierDocument {
    /// The dossier in words of this language.
    #[must_use]
    pub fn of(dossier: Dossier, tongue: Tongue<'_>) -> Self {
        let cards = dossier.cards.into_iter();
        Self {
            shape: SHAPE,
            company: dossier.company,
            taken_by: dossier.taken_by,
            taken_at: dossier.taken_at,
            reference_code: dossier.reference_code,
            customer: dossier.customer,
            co_owners: dossier.co_owners,
            persons: dossier.persons,
            stages: dossier.stages,
            changes: dossier.changes,
            cards: cards.map(|one| card(one, tongue)).collect(),
            contacts: dossier.contacts,
            attachments: dossier.attachments,
            attachments_hidden: dossier.hidden,
            timeline: dossier.events.into_iter().map(EventDocument::of).collect(),
        }
    }
}

fn card(held: CardInDossier, tongue: Tongue<'_>) -> DossierCard {
    let form = held.view.form.clone();
    let rows = held.records.into_iter().map(|(repeat, rows)| {
        let items = rows.page.items.into_iter();
        (repeat, items.map(|view| row(&form, view, tongue)).collect())
    });
    DossierCard {
        rows: rows.collect(),
        card: document(held.view, tongue),
    }
}
