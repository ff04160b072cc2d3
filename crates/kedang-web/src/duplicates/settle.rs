//! Two customers are not the same.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kedang_app::duplicates;

use crate::Web;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Settles a pair and goes back to the queue.
pub(crate) async fn settle(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Redirect, Refusal> {
    web.app
        .write(&visit.call, move |tx, scene| {
            duplicates::settle(tx, scene, &id)
        })
        .await?;
    Ok(Redirect::to("/duplicates"))
}
