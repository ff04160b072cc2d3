//! What was typed into a form of any shape.

use kedang_app::forms::Pairs;
use kedang_core::change::NewChange;
use kedang_core::{CardId, Problem, RowId};

use super::desk::Look;
use crate::changes::take_change;
use crate::form::Posted;

/// A posted form as pairs, before the definition makes sense of them.
pub(crate) type Typed = Posted<Vec<(String, String)>>;

/// The pairs by name, in the order in which they came.
pub(crate) fn pairs(Posted(list): Typed) -> Pairs {
    let mut pairs = Pairs::new();
    for (name, text) in list {
        pairs.entry(name).or_default().push(text);
    }
    pairs
}

/// Takes one text out of the pairs: what belongs to the page and not to the card.
pub(crate) fn take(pairs: &mut Pairs, name: &str) -> Option<String> {
    let text = pairs.remove(name)?.pop()?;
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// What is sent with a card and belongs to its page.
#[derive(Debug, Default, Clone)]
pub(super) struct Beside {
    /// The version on which the filling in began.
    pub(super) version: Option<i64>,
    /// How it was learned.
    pub(super) how: Option<String>,
    /// What explains guarded answers that change.
    pub(super) change: NewChange,
    /// On the screen or on paper.
    pub(super) look: Look,
}

/// Takes out of the pairs what belongs to the page.
pub(super) fn beside(pairs: &mut Pairs) -> Beside {
    Beside {
        version: take(pairs, "!version").and_then(|v| v.parse().ok()),
        how: take(pairs, "!how"),
        change: take_change(|name| take(pairs, name)),
        look: Look::of(take(pairs, "!look").as_deref()),
    }
}

/// The card of an address.
pub(super) fn card(id: &str) -> Result<CardId, Problem> {
    let id = CardId::parse(id).ok();
    id.ok_or_else(|| Problem::not_found("card.not_found"))
}

/// The row of an address.
pub(super) fn row(id: &str) -> Result<RowId, Problem> {
    let id = RowId::parse(id).ok();
    id.ok_or_else(|| Problem::not_found("card.row_not_found"))
}
