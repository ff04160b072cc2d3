//! Deletes a view of one's own.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kedang_app::views;

use crate::Web;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Takes it away and shows the plain list.
pub(crate) async fn delete(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Redirect, Refusal> {
    web.app
        .write(&visit.call, move |tx, scene| views::delete(tx, scene, &id))
        .await?;
    Ok(Redirect::to("/customers"))
}
