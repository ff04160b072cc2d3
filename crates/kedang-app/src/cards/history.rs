//! Looks back: the states of a card, one of them, and what changed between two.

use kedang_core::access::Action;
use kedang_core::{CardId, Problem};
use kedang_form::diff_answers;
use kedang_store::{Tx, cards};

use super::content::{self, Content};
use super::door::{self, Opened};
use super::links;
use super::view::{Difference, History, RevisionView};
use crate::{AppError, Scene};

/// The states of a card, newest first.
///
/// # Errors
/// `card.not_found`, also for what the reader may not know of.
pub fn revisions(tx: &mut Tx, scene: &Scene, id: &CardId) -> Result<History, AppError> {
    let Opened { card, form, .. } = door::card(tx, scene, id, Action::Read)?;
    let revisions = cards::revisions(tx, &card.id)?;
    Ok(History {
        card,
        form,
        revisions,
    })
}

/// One state of a card with its answers.
///
/// # Errors
/// `card.not_found`, `card.no_such_revision`.
pub fn revision(
    tx: &mut Tx,
    scene: &Scene,
    id: &CardId,
    seq: i64,
) -> Result<RevisionView, AppError> {
    let opened = door::card(tx, scene, id, Action::Read)?;
    let content = at(tx, &opened, seq)?;
    let mut seen = content::seen(&opened.form, &content.answers, opened.may_edit);
    let links = links::shown(tx, scene, &opened.form, &mut seen.answers)?;
    Ok(RevisionView {
        card: opened.card,
        form: opened.form,
        links,
        revision: content.head,
        answers: seen.answers,
        masked: seen.masked,
    })
}

/// What changed from one state to another.
///
/// # Errors
/// `card.not_found`, `card.no_such_revision`.
pub fn diff(
    tx: &mut Tx,
    scene: &Scene,
    id: &CardId,
    from: i64,
    to: i64,
) -> Result<Difference, AppError> {
    let opened = door::card(tx, scene, id, Action::Read)?;
    let (old, new) = (at(tx, &opened, from)?, at(tx, &opened, to)?);
    let changes = diff_answers(&opened.form, &old.answers, &new.answers);
    Ok(Difference {
        card: opened.card,
        form: opened.form,
        from: old.head,
        to: new.head,
        changes,
    })
}

fn at(tx: &mut Tx, opened: &Opened, seq: i64) -> Result<Content, AppError> {
    let content = content::load(tx, &opened.form, &opened.card, seq)?;
    content.ok_or_else(|| Problem::not_found("card.no_such_revision").into())
}
