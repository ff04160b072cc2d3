//! What is worked out of stored cards and rows, all of it anew: filter values and held files.

use std::sync::Arc;

use kedang_core::card::Card;
use kedang_core::{CardId, RowId};
use kedang_store::{Tx, attachments, cards, moving};

use super::{content, files, index, row_content};
use crate::AppError;
use crate::forms::{Form, Forms};

/// Works them out for all cards; the tables are empty.
///
/// # Errors
/// A card that cannot be read, and what the store reports.
pub(crate) fn derive(tx: &mut Tx, forms: &Forms) -> Result<(), AppError> {
    let mut after = String::new();
    loop {
        let page = moving::cards_after(tx, &after)?;
        let Some(last) = page.last() else { break };
        after.clone_from(last);
        for id in &page {
            let (card, form) = stored(tx, forms, id)?;
            let answers = content::answers(tx, &form, &card)?;
            index::values(tx, &form, &card, &answers)?;
            let held = files::check(tx, &card.customer_id, form.files(&answers))?;
            attachments::put_files(tx, &card.id, card.id.as_str(), held.files())?;
        }
    }
    after.clear();
    loop {
        let page = moving::rows_after(tx, &after)?;
        let Some((last, ..)) = page.last() else {
            return Ok(());
        };
        after.clone_from(last);
        for (id, card, corrected) in &page {
            row(tx, forms, (id, card), *corrected)?;
        }
    }
}

/// A row that was corrected keeps its files, and is no value of its card any more.
fn row(
    tx: &mut Tx,
    forms: &Forms,
    (id, card): (&str, &str),
    corrected: bool,
) -> Result<(), AppError> {
    let (card, form) = stored(tx, forms, card)?;
    let found = cards::row(tx, &card.id, &RowId::trusted(id.to_owned()))?;
    let stored = found.ok_or_else(|| lost(id))?;
    let row = row_content::load(tx, &form, &stored)?;
    if !corrected {
        index::row_values(tx, &form, &card, &stored.repeat, &row)?;
    }
    let files = form.row_files(&stored.repeat, &row);
    let held = files::check(tx, &card.customer_id, files)?;
    attachments::put_files(tx, &card.id, id, held.files())?;
    Ok(())
}

fn stored(tx: &mut Tx, forms: &Forms, id: &str) -> Result<(Card, Arc<Form>), AppError> {
    let card = cards::find(tx, &CardId::trusted(id.to_owned()))?.ok_or_else(|| lost(id))?;
    let form = forms.version(tx, &card.form, card.form_version)?;
    Ok((card, form))
}

fn lost(id: &str) -> AppError {
    AppError::Internal(format!("card or row {id} was listed and not found"))
}
