//! Opens a card for reading or filling in.

use kedang_core::CardId;
use kedang_core::access::Action;
use kedang_core::card::Status;
use kedang_store::{Tx, cards, references};

use super::door::{self, Opened};
use super::view::CardView;
use super::{alerts, content, links, standing};
use crate::{AppError, Scene};

/// The card with its current answers.
///
/// # Errors
/// `card.not_found`, also for what the reader may not know of.
pub fn show(tx: &mut Tx, scene: &Scene, id: &CardId) -> Result<CardView, AppError> {
    let opened = door::card(tx, scene, id, Action::Read)?;
    view(tx, scene, opened)
}

/// The card as read again, after a change.
pub(super) fn again(tx: &mut Tx, scene: &Scene, id: &CardId) -> Result<CardView, AppError> {
    show(tx, scene, id)
}

fn view(tx: &mut Tx, scene: &Scene, opened: Opened) -> Result<CardView, AppError> {
    let Opened {
        customer,
        card,
        form,
        may_edit,
    } = opened;
    let answers = content::answers(tx, &form, &card)?;
    let signatures = cards::signatures(tx, &card.id)?;
    let context = standing::context(scene, &card, &signatures);
    let findings = standing::findings(&form, &answers, &context);
    let incomplete = findings.iter().any(standing::bars_filing);
    let unsigned = card.status == Status::Unsigned || card.revision == 0;
    let mut seen = content::seen(&form, &answers, may_edit);
    let links = links::shown(tx, scene, &form, &mut seen.answers)?;
    let computed = form.computed(&seen.answers, &context).into_iter().collect();
    let alerts = if may_edit {
        alerts::of(tx, scene, &customer.id)?
    } else {
        Vec::new()
    };
    let reference = references::version(tx, &form.meta.key)?;
    Ok(CardView {
        reference,
        completeness: form.completeness(&answers, &context),
        findings: standing::told(&form, findings, may_edit),
        fileable: !incomplete && !unsigned,
        origins: cards::origins(tx, &card.id)?,
        links,
        answers: seen.answers,
        masked: seen.masked,
        customer,
        card,
        form,
        may_edit,
        computed,
        signatures,
        alerts,
        context,
    })
}
