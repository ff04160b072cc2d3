//! Adds a row to an append-only repeat, or corrects one by a new row (D01-13).

use kedang_core::access::Action;
use kedang_core::{CardId, Problem, RowId};
use kedang_form::{Answers, Context, Finding, Form, Kind, Row, has_errors};
use kedang_store::Tx;
use kedang_store::cards::{self, NewRow};
use serde_json::json;

use super::commits::{self, Commits, Leaves, Salts};
use super::door::{self, Opened};
use super::row_content::{self, Around};
use super::view::{RowView, Typed, Written};
use super::{content, files, index, row_list, seal, standing};
use crate::audit::{self, By, Deed};
use crate::{AppError, Findings, Scene};

/// A row to be added.
#[derive(Debug, Clone)]
pub struct WriteRow {
    /// The card.
    pub card: CardId,
    /// The key of the repeat.
    pub repeat: String,
    /// The cells; pairs are named by column.
    pub typed: Typed,
    /// The row that it corrects; that one stays.
    pub corrects: Option<RowId>,
}

/// Stores the row.
///
/// # Errors
/// `card.not_found`, `customer.edit_forbidden`, `card.no_such_rows`, `card.row_not_found`,
/// `card.row_corrected`; [`AppError::Findings`] with the path of each cell that does not hold.
pub fn write_row(tx: &mut Tx, scene: &Scene, ask: &WriteRow) -> Result<Written, AppError> {
    let Opened {
        customer,
        card,
        form,
        ..
    } = door::card(tx, scene, &ask.card, Action::Edit)?;
    row_list::append_only(&form, &ask.repeat)?;
    if let Some(corrected) = &ask.corrects {
        let found = cards::row(tx, &card.id, corrected)?.filter(|r| r.repeat == ask.repeat);
        let found = found.ok_or_else(|| Problem::not_found("card.row_not_found"))?;
        if found.head.corrected_by.is_some() {
            return Err(Problem::conflict("card.row_corrected").into());
        }
    }
    let mut draw = scene.moment.draw();
    let id = RowId::trusted(draw.id());
    let context = standing::context(scene, &card, &[]);
    let seq = cards::next_row(tx, &card.id, &ask.repeat)?;
    let answers = content::answers(tx, &form, &card)?;
    let (row, mut found) = read(&form, ask, &id, (&answers, &context))?;
    if let Some(Kind::Repeat(repeat)) = form.field(&ask.repeat).map(|f| &f.kind)
        && usize::try_from(seq).is_ok_and(|seq| seq > repeat.max)
    {
        let finding = Finding::error("form.too_many_rows").arg("max", repeat.max);
        found.push(finding.under(&ask.repeat));
    }
    let mut held = files::check(tx, &customer.id, form.row_files(&ask.repeat, &row))?;
    found.append(&mut held.findings);
    if has_errors(&found) {
        let findings = found;
        return Err(Findings::unsaved(form, findings));
    }
    let at = scene.moment.at();
    let leaves: Leaves = form.row_leaves(&ask.repeat, &row).into_iter().collect();
    let salts = commits::salts(&leaves, &Leaves::new(), &Salts::new(), &mut draw);
    let commits = Commits::of(&leaves, &salts);
    let (plain, sealed) = row_content::split(&form, &ask.repeat, &row);
    let new = NewRow {
        id: &id,
        card: &card.id,
        repeat: &ask.repeat,
        seq,
        answers: &plain.canonical(),
        salts: &commits::write_salts(&salts, |path| !sealed.contains_key(path)),
        commits: &commits.write(),
        content_hash: &commits.hash(&form),
        corrects: ask.corrects.as_ref(),
        author: scene.actor.staff.as_str(),
        at,
    };
    cards::insert_row(tx, &new)?;
    seal::put(tx, &card.id, id.as_str(), &sealed, &salts, at)?;
    index::row_values(tx, &form, &card, &ask.repeat, &row)?;
    files::hold(tx, &card, id.as_str(), &held, at)?;
    if let Some(corrected) = &ask.corrects {
        cards::remove_values(tx, corrected.as_str())?;
    }
    let deed = Deed {
        action: if ask.corrects.is_some() {
            "row.correct"
        } else {
            "row.add"
        },
        object: ("card", card.id.as_str()),
        class: Some(customer.class),
        decision: "allowed",
        fields: &[&ask.repeat],
        payload: Some(json!({
            "row": id, "seq": seq, "corrects": ask.corrects, "cells": plain.to_json(),
        })),
    };
    audit::record(tx, &mut draw, By::from(scene), &deed)?;
    let around = Around {
        form: &form,
        card: &card,
        answers: &answers,
        all: true,
    };
    let row = stored(tx, scene, &around, &id)?;
    Ok(Written { form, row })
}

/// The row as it was stored.
fn stored(tx: &mut Tx, scene: &Scene, around: &Around, id: &RowId) -> Result<RowView, AppError> {
    let stored = cards::row(tx, &around.card.id, id)?;
    let lost = || AppError::Internal("a row was stored and not found".to_owned());
    row_content::view(tx, scene, around, &stored.ok_or_else(lost)?)
}

/// Reads and checks the cells; a cell that could not be read is not told to be missing as well.
fn read(
    form: &Form,
    ask: &WriteRow,
    id: &RowId,
    (answers, context): (&Answers, &Context),
) -> Result<(Row, Vec<Finding>), Problem> {
    let read = match &ask.typed {
        Typed::Json(cells) => form.accept_row(&ask.repeat, id.as_str(), cells),
        Typed::Pairs(pairs) => form.read_row(&ask.repeat, id.as_str(), pairs),
    };
    let no_such = || Problem::not_found("card.no_such_rows");
    let (row, mut found) = read.ok_or_else(no_such)?;
    let checked = form.check_row(&ask.repeat, &row, answers, context);
    for finding in checked.ok_or_else(no_such)? {
        if !found.iter().any(|f| f.field == finding.field) {
            found.push(finding);
        }
    }
    Ok((row, found))
}
