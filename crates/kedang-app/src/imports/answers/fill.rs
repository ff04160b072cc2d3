//! The card of a row is opened, or brought up to date.

use kedang_core::change::NewChange;
use kedang_core::{CardId, CustomerId, Draw, Moment, Problem};
use kedang_store::Tx;

use super::{CardPlan, Filled};
use crate::cards::{self, CardView, Save, Typed};
use crate::imports::fate::{Fate, Touch};
use crate::{AppError, Scene};

/// Stores what a row answers on the card of its customer, through the door of the pages; `proof` is
/// what guarded answers change on. False when the card says so already.
pub(in crate::imports) fn put(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    (plan, customer): (&CardPlan, &CustomerId),
    (filled, proof): (&Filled, &str),
    fate: &mut Fate,
) -> Result<bool, AppError> {
    if !filled.changes {
        return Ok(false);
    }
    let card = match &filled.card {
        Some(view) => {
            fate.touched.push(Touch::Filled {
                customer: customer.to_string(),
                card: view.card.id.to_string(),
                version: view.card.version + 1,
                revision: view.card.revision,
            });
            (view.card.id.clone(), view.card.version)
        }
        None => {
            let view = open(tx, scene, draw, (customer, &plan.form.meta.key, 1), fate)?;
            (view.card.id, view.card.version)
        }
    };
    let typed = Typed::Pairs(filled.pairs.clone());
    save(tx, scene, draw, card, typed, proof)?;
    Ok(true)
}

/// Opens a card of a form, and notes how secret the dossier was before; `revision` is the state in
/// which the row leaves the card.
pub(in crate::imports) fn open(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    (customer, form, revision): (&CustomerId, &str, i64),
    fate: &mut Fate,
) -> Result<CardView, AppError> {
    let none = || Problem::not_found("customer.not_found");
    let before = kedang_store::customers::find(tx, customer)?.ok_or_else(none)?;
    let view = cards::open(tx, &apart(scene, draw), customer, form)?;
    fate.touched.push(Touch::Opened {
        customer: customer.to_string(),
        card: view.card.id.to_string(),
        class: before.class,
        revision,
    });
    Ok(view)
}

/// Stores the answers of a card as its next state.
pub(in crate::imports) fn save(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    (card, version): (CardId, i64),
    typed: Typed,
    proof: &str,
) -> Result<CardView, AppError> {
    let change = NewChange {
        effective_on: scene.today().to_string(),
        proof: proof.to_owned(),
        ..NewChange::default()
    };
    let ask = Save {
        card,
        version,
        typed,
        how: None,
        change: Some(change),
    };
    cards::save(tx, &apart(scene, draw), &ask)
}

/// The scene with a moment of its own: a use case draws from the first id on, and two of them in
/// one transaction must not draw the same.
pub(in crate::imports) fn apart(scene: &Scene, draw: &mut Draw) -> Scene {
    let (one, two) = (draw.salt(), draw.salt());
    let mut seed = [0; 32];
    let (head, tail) = seed.split_at_mut(16);
    head.copy_from_slice(&one);
    tail.copy_from_slice(&two);
    Scene {
        moment: Moment::new(scene.moment.at(), seed),
        ..scene.clone()
    }
}
