//! Reads a dossier in one moment.

use kedang_core::page::{MAX_LIMIT, Page};
use kedang_core::{CardId, CustomerId, Instant, Problem};
use kedang_store::{Tx, customers as store};

use super::view::{CardInDossier, Dossier};
use crate::attachments::{self, ListAttachments};
use crate::contacts::{self, ListContacts};
use crate::customers::{check_taker, leaving};
use crate::paper::all_records;
use crate::{AppError, Scene, cards, changes, company, customers};

/// The dossier, if the reader may take it out.
///
/// # Errors
/// `export.not_allowed`, `export.not_this`, `customer.not_found`.
pub(crate) fn read(tx: &mut Tx, scene: &Scene, id: &CustomerId) -> Result<Dossier, AppError> {
    let customer = leaving(tx, scene, id)?;
    // Who takes out reads (`RULES`): each part goes through its own door once more.
    let mut held = Vec::new();
    for listed in cards::list(tx, scene, id)?.items.into_iter().rev() {
        held.push(card(tx, scene, &listed.card.id)?);
    }
    let (attachments, hidden) = attachments(tx, scene, id)?;
    let mut contacts = whole(|cursor| {
        let ask = pages(id, cursor);
        Ok(contacts::list(tx, scene, &ask)?.page)
    })?;
    contacts.reverse();
    let events = whole(|cursor| {
        let ask = pages(id, cursor);
        Ok(contacts::timeline(tx, scene, &ask)?.page)
    })?;
    Ok(Dossier {
        company: company::read(tx)?.name,
        taken_by: scene.actor.name.clone(),
        taken_at: Instant(scene.moment.at()),
        reference_code: store::reference_code(tx, id)?,
        co_owners: customers::co_owners(tx, scene, id)?,
        persons: customers::persons(tx, scene, id)?,
        stages: customers::stages(tx, scene, id)?,
        changes: changes::list(tx, scene, id)?,
        cards: held,
        contacts,
        attachments,
        hidden,
        events,
        customer,
    })
}

/// The customer that somebody means who writes its id or its 客户编号.
///
/// # Errors
/// `export.not_allowed`, `customer.not_found`.
pub(crate) fn meant(tx: &mut Tx, scene: &Scene, text: &str) -> Result<CustomerId, AppError> {
    check_taker(&scene.actor)?;
    if let Ok(id) = CustomerId::parse(text) {
        return Ok(id);
    }
    let found = customers::by_code(tx, scene, text)?;
    Ok(found.ok_or_else(|| Problem::not_found("customer.not_found"))?)
}

fn card(tx: &mut Tx, scene: &Scene, id: &CardId) -> Result<CardInDossier, AppError> {
    let view = cards::show(tx, scene, id)?;
    let records = all_records(tx, scene, &view)?;
    Ok(CardInDossier { view, records })
}

fn attachments(
    tx: &mut Tx,
    scene: &Scene,
    id: &CustomerId,
) -> Result<(Vec<kedang_core::attachment::Attachment>, i64), AppError> {
    let mut hidden = 0;
    let all = whole(|cursor| {
        let ask = ListAttachments {
            customer: id.clone(),
            cursor,
            limit: MAX_LIMIT,
        };
        let list = attachments::list(tx, scene, &ask)?;
        hidden = list.hidden;
        Ok(list.page)
    })?;
    Ok((all, hidden))
}

fn pages(id: &CustomerId, cursor: Option<String>) -> ListContacts {
    ListContacts {
        customer: id.clone(),
        cursor,
        limit: MAX_LIMIT,
    }
}

/// All pages of a list.
fn whole<T>(
    mut page: impl FnMut(Option<String>) -> Result<Page<T>, AppError>,
) -> Result<Vec<T>, AppError> {
    let (mut all, mut cursor) = (Vec::new(), None);
    loop {
        let one = page(cursor)?;
        all.extend(one.items);
        match one.next {
            Some(next) => cursor = Some(next),
            None => return Ok(all),
        }
    }
}
