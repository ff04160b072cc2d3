//! Sets how pages look.

use axum::extract::State;
use axum::response::Redirect;
use kedang_app::staff::{self, Look};
use serde::Deserialize;

use crate::Web;
use crate::form::Posted;
use crate::refusal::Refusal;
use crate::visit::Visit;

#[derive(Deserialize)]
pub(crate) struct LookForm {
    language: String,
    theme: String,
    density: String,
}

/// Stores the choice and shows the account again.
pub(crate) async fn look(
    State(web): State<Web>,
    visit: Visit,
    Posted(form): Posted<LookForm>,
) -> Result<Redirect, Refusal> {
    let look = Look {
        language: form.language,
        theme: form.theme,
        density: form.density,
    };
    web.app
        .write(&visit.call, move |tx, scene| staff::look(tx, scene, &look))
        .await?;
    Ok(Redirect::to("/account"))
}
