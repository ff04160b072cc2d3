//! 归档: a complete and signed state of a card is taken into the dossier, or out again (D01-11).

use kedang_core::access::Action;
use kedang_core::card::Card;
use kedang_core::{CardId, Problem};
use kedang_form::{Finding, Form, Severity};
use kedang_store::{Tx, cards};
use serde_json::json;

use super::door::{self, Opened};
use super::view::CardView;
use super::{content, show, standing};
use crate::audit::{self, By, Deed};
use crate::{AppError, Findings, Scene};

/// Files the state that stands. `revision` is the one that whoever files it has before him. What is
/// written afterwards is not filed until it is filed again.
///
/// # Errors
/// `card.not_found`, `customer.edit_forbidden`, `card.changed`, `filing.card_blank`,
/// `filing.there_already`; [`AppError::Findings`] with what is missing or unsigned.
pub fn file(tx: &mut Tx, scene: &Scene, id: &CardId, revision: i64) -> Result<CardView, AppError> {
    let opened = door::card(tx, scene, id, Action::Edit)?;
    if opened.card.revision != revision {
        return Err(Problem::stale("card.changed").into());
    }
    if opened.card.revision == 0 {
        return Err(Problem::conflict("filing.card_blank").into());
    }
    if opened.card.is_filed() {
        return Err(Problem::conflict("filing.there_already").into());
    }
    let findings = lacking(tx, scene, &opened.form, &opened.card)?;
    if !findings.is_empty() {
        return Err(Findings::refused(
            "filing.incomplete",
            opened.form,
            findings,
        ));
    }
    store(tx, scene, &opened, Some(revision))
}

/// Takes a card out again: it was filed by mistake.
///
/// # Errors
/// `card.not_found`, `customer.edit_forbidden`, `filing.not_there`.
pub fn unfile(tx: &mut Tx, scene: &Scene, id: &CardId) -> Result<CardView, AppError> {
    let opened = door::card(tx, scene, id, Action::Edit)?;
    if opened.card.filing.is_none() {
        return Err(Problem::conflict("filing.not_there").into());
    }
    store(tx, scene, &opened, None)
}

/// What keeps a card from being filed.
fn lacking(tx: &mut Tx, scene: &Scene, form: &Form, card: &Card) -> Result<Vec<Finding>, AppError> {
    let answers = content::answers(tx, form, card)?;
    let signatures = cards::signatures(tx, &card.id)?;
    let context = standing::context(scene, card, &signatures);
    let findings = standing::findings(form, &answers, &context);
    // What may be missing while a card is worked on bars its filing.
    let lacks = findings.into_iter().filter(standing::bars_filing);
    let barring = lacks.map(|finding| Finding {
        severity: Severity::Error,
        ..finding
    });
    Ok(barring.collect())
}

fn store(
    tx: &mut Tx,
    scene: &Scene,
    opened: &Opened,
    filed: Option<i64>,
) -> Result<CardView, AppError> {
    let card = &opened.card;
    let filing = filed.map(|revision| (revision, scene.actor.staff.as_str()));
    if !cards::set_filing(tx, (&card.id, card.version), filing, scene.moment.at())? {
        return Err(Problem::stale("card.changed").into());
    }
    let before = card.filing.as_ref().map(|f| f.revision);
    let deed = Deed {
        action: if filed.is_some() {
            "card.file"
        } else {
            "card.unfile"
        },
        object: ("card", card.id.as_str()),
        class: Some(opened.customer.class),
        decision: "allowed",
        fields: &[],
        payload: Some(json!({ "before": before, "after": filed })),
    };
    audit::record(tx, &mut scene.moment.draw(), By::from(scene), &deed)?;
    show::again(tx, scene, &card.id)
}
