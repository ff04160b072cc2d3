//! Takes a contact out of the log.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kedang_app::contacts;
use serde::Deserialize;

use super::ids;
use crate::Web;
use crate::form::Posted;
use crate::refusal::Refusal;
use crate::visit::Visit;

#[derive(Deserialize)]
pub(crate) struct RemovalForm {
    version: i64,
}

/// Removes it and shows the log without it.
pub(crate) async fn remove(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Posted(form): Posted<RemovalForm>,
) -> Result<Redirect, Refusal> {
    let id = ids::contact(&id)?;
    let removed = web
        .app
        .write(&visit.call, move |tx, scene| {
            contacts::remove(tx, scene, &id, form.version)
        })
        .await?;
    Ok(Redirect::to(&format!(
        "/customers/{}/contacts",
        removed.customer_id
    )))
}
