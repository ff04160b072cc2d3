//! What was typed into a form of any shape.

use kedang_app::forms::Pairs;
use kedang_core::{CardId, Problem, RowId};

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
