//! Notes that a card was printed: what leaves the house on paper leaves a trace (T-33).

use kedang_core::access::Action;
use kedang_core::{CardId, Draw};
use kedang_store::Tx;
use serde_json::json;

use super::door;
use crate::audit::{self, By, Deed};
use crate::{AppError, Scene};

/// Leaves the row that says who printed which state of the card. Who may read it may print it.
///
/// # Errors
/// `card.not_found`, also for what the reader may not know of.
pub fn print(tx: &mut Tx, scene: &Scene, id: &CardId) -> Result<(), AppError> {
    print_drawing(tx, scene, &mut scene.moment.draw(), id)
}

/// The same for several cards, which share a draw.
pub(crate) fn print_drawing(
    tx: &mut Tx,
    scene: &Scene,
    draw: &mut Draw,
    id: &CardId,
) -> Result<(), AppError> {
    let opened = door::card(tx, scene, id, Action::Read)?;
    let deed = Deed {
        action: "card.print",
        object: ("card", opened.card.id.as_str()),
        class: Some(opened.customer.class),
        decision: "allowed",
        fields: &[],
        payload: Some(json!({
            "form": opened.form.meta.key, "version": opened.form.meta.version,
            "revision": opened.card.revision, "sensitive": opened.may_edit,
        })),
    };
    audit::record(tx, draw, By::from(scene), &deed)?;
    Ok(())
}
