//! The rows of an append-only repeat, newest first.

use kedang_core::access::Action;
use kedang_core::page::{Page, check_limit};
use kedang_core::{CardId, Problem};
use kedang_form::Form;
use kedang_store::{Tx, cards};

use super::door::{self, Opened};
use super::row_content::{self, Around};
use super::view::Rows;
use super::{alerts, content};
use crate::{AppError, Scene};

/// Which rows.
#[derive(Debug, Clone)]
pub struct ListRows {
    /// The card.
    pub card: CardId,
    /// The key of the repeat.
    pub repeat: String,
    /// Where the page before ended; `None` for the first.
    pub cursor: Option<String>,
    /// Rows at most, 1 to 200.
    pub limit: u32,
}

/// One page of rows.
///
/// # Errors
/// `card.not_found`, `card.no_such_rows`, `list.cursor_wrong`, `list.limit_wrong`.
pub fn rows(tx: &mut Tx, scene: &Scene, ask: &ListRows) -> Result<Rows, AppError> {
    check_limit(ask.limit)?;
    let Opened {
        customer,
        card,
        form,
        may_edit,
    } = door::card(tx, scene, &ask.card, Action::Read)?;
    append_only(&form, &ask.repeat)?;
    let before = match &ask.cursor {
        None => i64::MAX,
        Some(text) => {
            let place = text.parse::<i64>().ok().filter(|place| *place > 0);
            place.ok_or_else(|| {
                Problem::invalid("list.cursor_wrong").field("cursor", "list.cursor_wrong")
            })?
        }
    };
    let stored = cards::rows(tx, &card.id, &ask.repeat, before, ask.limit)?;
    let page = Page::cut(stored, ask.limit, |row| row.head.seq.to_string());
    let answers = content::answers(tx, &form, &card)?;
    let around = Around {
        form: &form,
        card: &card,
        answers: &answers,
        all: may_edit,
    };
    let mut items = Vec::new();
    for row in &page.items {
        items.push(row_content::view(tx, scene, &around, row)?);
    }
    let alerts = if may_edit {
        alerts::of(tx, scene, &customer.id)?
    } else {
        Vec::new()
    };
    Ok(Rows {
        card,
        form,
        repeat: ask.repeat.clone(),
        page: Page {
            items,
            next: page.next,
        },
        may_edit,
        alerts,
    })
}

/// Refuses a key that is no append-only repeat of the form.
pub(super) fn append_only(form: &Form, repeat: &str) -> Result<(), Problem> {
    match form.field(repeat) {
        Some(field) if field.is_append_only() => Ok(()),
        _ => Err(Problem::not_found("card.no_such_rows")),
    }
}
