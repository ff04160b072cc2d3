//! A customer comes back.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kedang_app::recycling;

use crate::Web;
use crate::customers::typed;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Restores a customer and opens it.
pub(crate) async fn restore(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Redirect, Refusal> {
    let id = typed::customer(&id)?;
    let customer = web
        .app
        .write(&visit.call, move |tx, scene| {
            recycling::restore(tx, scene, &id)
        })
        .await?;
    Ok(Redirect::to(&format!("/customers/{}", customer.id)))
}
