//! A card opened to be filled in: the card itself, and what its page on paper shows besides.

use std::collections::BTreeMap;

use kedang_app::cards::{self, CardView, Rows};
use kedang_app::paper::records;
use kedang_core::{CardId, Instant, Problem};

use super::desk::Look;
use crate::Web;
use crate::frame::Frame;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// The card for whoever may change it.
pub(super) struct Opened {
    /// As it is stored.
    pub(super) view: CardView,
    /// Rows of running records by repeat; on the screen none are shown.
    pub(super) records: BTreeMap<String, Rows>,
    /// When it was opened.
    pub(super) now: Instant,
    /// On the screen or on paper.
    pub(super) look: Look,
}

/// Opens a card.
///
/// # Errors
/// `card.not_found`, `customer.edit_forbidden`.
pub(super) async fn opened(
    web: &Web,
    visit: &Visit,
    id: CardId,
    look: Look,
) -> Result<(Frame, Opened), Refusal> {
    let (frame, (view, records, now)) = web
        .read(visit, move |tx, scene| {
            let view = cards::show(tx, scene, &id)?;
            let records = match look {
                Look::Screen => BTreeMap::new(),
                Look::Paper => records(tx, scene, &view)?,
            };
            Ok((view, records, Instant(scene.moment.at())))
        })
        .await?;
    if !view.may_edit {
        return Err(Problem::forbidden("customer.edit_forbidden").into());
    }
    let opened = Opened {
        view,
        records,
        now,
        look,
    };
    Ok((frame, opened))
}
