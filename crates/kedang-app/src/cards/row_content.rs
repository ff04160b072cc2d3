//! The cells of a row of an append-only repeat, put together from where they are stored.

use std::collections::BTreeMap;

use kedang_core::card::Card;
use kedang_form::{Answer, Answers, Form, Row, Value};
use kedang_store::cards::StoredRow;
use kedang_store::{Tx, cards};

use super::view::RowView;
use super::{seal, standing};
use crate::{AppError, Scene};

/// Cells without class P2, and the sealed ones by `repeat.column`.
pub(super) fn split(form: &Form, repeat: &str, row: &Row) -> (Answers, BTreeMap<String, String>) {
    let mut card = Answers::default();
    card.set(repeat, Answer::Given(Value::Rows(vec![row.clone()])));
    let (plain, sealed) = form.split_sealed(&card);
    let cells = plain.value(repeat).and_then(|v| v.rows().first());
    let cells = cells.map_or_else(Answers::default, |row| row.cells.clone());
    let below = format!("{repeat}.{}.", row.id);
    let short = |(path, text): (String, String)| {
        let column = path.strip_prefix(&below).unwrap_or(&path);
        (format!("{repeat}.{column}"), text)
    };
    (cells, sealed.into_iter().map(short).collect())
}

/// The row as stored, with its sensitive cells.
pub(super) fn load(tx: &mut Tx, form: &Form, stored: &StoredRow) -> Result<Row, AppError> {
    join(
        tx,
        form,
        (&stored.repeat, stored.head.id.as_str()),
        &stored.answers,
    )
}

/// A row of a repeat out of its open cells and its sealed ones.
pub(super) fn join(
    tx: &mut Tx,
    form: &Form,
    (repeat, id): (&str, &str),
    open: &str,
) -> Result<Row, AppError> {
    let broken = |e: &dyn std::fmt::Display| AppError::Internal(format!("row {id}: {e}"));
    let cells = Answers::from_stored(open).map_err(|e| broken(&e))?;
    let row = Row {
        id: id.to_owned(),
        cells,
    };
    let mut card = Answers::default();
    card.set(repeat, Answer::Given(Value::Rows(vec![row.clone()])));
    let long = |(path, text): (String, String)| {
        let column = path.rsplit('.').next().unwrap_or_default();
        (format!("{repeat}.{id}.{column}"), text)
    };
    let sealed = seal::open(tx, id)?.answers.into_iter().map(long).collect();
    let joined = form.join_sealed(card, &sealed).map_err(|e| broken(&e))?;
    let found = joined.value(repeat).and_then(|v| v.rows().first());
    Ok(found.cloned().unwrap_or(row))
}

/// What a row is looked at with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around<'a> {
    pub(super) form: &'a Form,
    pub(super) card: &'a Card,
    /// The answers of the card, which conditions of a row may ask.
    pub(super) answers: &'a Answers,
    /// Whether the reader sees the sensitive cells.
    pub(super) all: bool,
}

/// The row as a reader may see it, with what is to be said of it.
pub(super) fn view(
    tx: &mut Tx,
    scene: &Scene,
    around: &Around,
    stored: &StoredRow,
) -> Result<RowView, AppError> {
    let Around {
        form, card, all, ..
    } = *around;
    let row = load(tx, form, stored)?;
    let signatures = cards::row_signatures(tx, &stored.head.id)?;
    let mut context = standing::context(scene, card, &[]);
    for signature in signatures.iter().filter(|s| s.voided_at.is_none()) {
        let path = format!("{}.{}.{}", stored.repeat, row.id, signature.field);
        let posts = signature.post.iter().cloned().collect();
        context.signed.insert(path, posts);
    }
    let found = form.check_row(&stored.repeat, &row, around.answers, &context);
    // What was corrected is settled: nothing is missing on it any more.
    let found = found.filter(|_| stored.head.corrected_by.is_none());
    let (cells, masked) = if all {
        (row.cells, Vec::new())
    } else {
        let (cells, _) = split(form, &stored.repeat, &row);
        (cells, seal::paths(tx, &row.id)?)
    };
    Ok(RowView {
        head: stored.head.clone(),
        findings: standing::told(form, found.unwrap_or_default(), all),
        cells,
        masked,
        signatures,
    })
}
