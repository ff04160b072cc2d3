//! The answers of a revision, put together from where they are stored.

use kedang_core::card::{Card, Revision};
use kedang_form::{Answers, Form};
use kedang_store::{Tx, cards};

use super::commits::{self, Commits, Leaves, Salts};
use super::seal;
use crate::AppError;

/// A revision with its answers.
#[derive(Debug)]
pub(super) struct Content {
    /// Who, when, how.
    pub(super) head: Revision,
    /// The answers, sensitive ones among them.
    pub(super) answers: Answers,
    pub(super) salts: Salts,
    pub(super) commits: Commits,
}

/// What of a revision one reader sees.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub(super) answers: Answers,
    /// Paths of answers that are there and not shown.
    pub(super) masked: Vec<String>,
}

/// The revision `seq` with all its answers; `None` when there is no such one.
pub(super) fn load(
    tx: &mut Tx,
    form: &Form,
    card: &Card,
    seq: i64,
) -> Result<Option<Content>, AppError> {
    let Some(stored) = cards::revision(tx, &card.id, seq)? else {
        return Ok(None);
    };
    let broken = |e: &dyn std::fmt::Display| {
        AppError::Internal(format!("card {} revision {seq}: {e}", card.id))
    };
    let plain = Answers::from_stored(&stored.answers).map_err(|e| broken(&e))?;
    let unsealed = seal::open(tx, &stored.id)?;
    let answers = form.join_sealed(plain, &unsealed.answers);
    let mut salts = commits::read_salts(&stored.salts)?;
    salts.extend(unsealed.salts);
    Ok(Some(Content {
        head: stored.head,
        answers: answers.map_err(|e| broken(&e))?,
        salts,
        commits: Commits::read(&stored.commits)?,
    }))
}

/// The current answers of a card; none while it is blank.
pub(super) fn answers(tx: &mut Tx, form: &Form, card: &Card) -> Result<Answers, AppError> {
    let current = load(tx, form, card, card.revision)?;
    Ok(current.map_or_else(Answers::default, |content| content.answers))
}

/// The leaves of answers by path.
pub(super) fn leaves(form: &Form, answers: &Answers) -> Leaves {
    form.leaves(answers).into_iter().collect()
}

/// The answers as a reader may see them: all, or without the sensitive ones.
pub(super) fn seen(form: &Form, answers: &Answers, all: bool) -> Seen {
    if all {
        return Seen {
            answers: answers.clone(),
            masked: Vec::new(),
        };
    }
    let (plain, sealed) = form.split_sealed(answers);
    Seen {
        answers: plain,
        masked: sealed.into_keys().collect(),
    }
}
