//! Begins the next version of a form of the company's own, or goes on with it.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kedang_app::form_drafts;

use crate::Web;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Leads to the draft.
pub(crate) async fn revise(
    State(web): State<Web>,
    visit: Visit,
    Path(key): Path<String>,
) -> Result<Redirect, Refusal> {
    let draft = web
        .app
        .write(&visit.call, move |tx, scene| {
            form_drafts::revise(tx, scene, &key)
        })
        .await?;
    Ok(Redirect::to(&format!("/form-drafts/{}", draft.id)))
}
