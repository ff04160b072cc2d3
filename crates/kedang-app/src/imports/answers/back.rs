//! A card that an import made or filled in becomes what it was.

use kedang_core::access::Class;
use kedang_core::{CardId, CustomerId, Draw, RowId};
use kedang_form::Pairs;
use kedang_store::{StoreError, Tx, customers, imports, merges};

use super::fill::save;
use crate::cards::{self, Typed};
use crate::{AppError, Scene};

/// Takes away a card that was made, unless it was worked on since; the dossier is as secret again
/// as it was, where no other card asks for more. `revision` is the state in which the row left it.
pub(in crate::imports) fn opened(
    tx: &mut Tx,
    scene: &Scene,
    (customer, card): (&CustomerId, &str),
    (class, revision): (i64, i64),
) -> Result<bool, AppError> {
    let id = CardId::trusted(card.to_owned());
    let Some(stands) = kedang_store::cards::find(tx, &id)? else {
        return Ok(false);
    };
    if stands.revision > revision || stands.filing.is_some() {
        return Ok(false);
    }
    if !attempt(tx, |tx| imports::withdraw_card(tx, &id))? {
        return Ok(false);
    }
    lower(tx, scene, customer, (class, &stands.form))?;
    Ok(true)
}

/// Gives a card back the answers that it had, unless it was worked on since.
pub(in crate::imports) fn filled(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    (card, version, revision): (&str, i64, i64),
    reason: &str,
) -> Result<bool, AppError> {
    let id = CardId::trusted(card.to_owned());
    let stands = kedang_store::cards::find(tx, &id)?;
    if stands.is_none_or(|card| card.version != version || card.filing.is_some()) {
        return Ok(false);
    }
    let was = if revision == 0 {
        Pairs::new()
    } else {
        let before = cards::revision(tx, scene, &id, revision)?;
        if !before.masked.is_empty() {
            return Ok(false);
        }
        before.form.pairs(&before.answers)
    };
    let typed = Typed::Pairs(was);
    let saved = tx.attempt(|tx| save(tx, scene, draw, (id, version), typed, reason));
    match saved {
        Ok(_) => Ok(true),
        Err(AppError::Findings(_) | AppError::Problem(_)) => Ok(false),
        Err(other) => Err(other),
    }
}

/// Takes away a row of a card, unless it was signed or corrected since.
pub(in crate::imports) fn row(tx: &mut Tx, row: &str) -> Result<bool, AppError> {
    let id = RowId::trusted(row.to_owned());
    attempt(tx, |tx| imports::withdraw_row(tx, &id))
}

/// Whatever something else points at stays.
fn attempt(
    tx: &mut Tx,
    work: impl FnOnce(&mut Tx) -> Result<bool, StoreError>,
) -> Result<bool, AppError> {
    match tx.attempt(work) {
        Ok(gone) => Ok(gone),
        Err(StoreError::Constraint { .. }) => Ok(false),
        Err(other) => Err(other.into()),
    }
}

/// A class that the card raised falls to what it was, or to what the cards that are left ask for.
fn lower(
    tx: &mut Tx,
    scene: &Scene,
    customer: &CustomerId,
    (before, form): (i64, &str),
) -> Result<(), AppError> {
    let Some(stands) = customers::find(tx, customer)? else {
        return Ok(());
    };
    let class = |form: &kedang_form::Form| i64::from(form.meta.default_class);
    let raised = class(&*scene.house.forms.find(tx, form)?);
    let mut becomes = before;
    for (key, version) in imports::card_forms(tx, customer)? {
        let version = u32::try_from(version).unwrap_or_default();
        let other = scene.house.forms.version(tx, &key, version)?;
        becomes = becomes.max(class(&other));
    }
    if stands.class == raised && becomes < stands.class {
        let class = Class::from_rank(becomes).rank();
        merges::set_class(tx, customer, class)?;
    }
    Ok(())
}
