//! The first page of the house.

use axum::extract::State;
use axum::response::Redirect;
use kedang_core::access::{Action, reach};

use crate::Web;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Leads to the workbench, and those who see no customers to their account.
pub(crate) async fn home(State(web): State<Web>, visit: Visit) -> Result<Redirect, Refusal> {
    let reads = web
        .app
        .read(&visit.call, |_, scene| {
            Ok(!reach(&scene.actor, Action::Read).is_nothing())
        })
        .await?;
    Ok(Redirect::to(if reads { "/workbench" } else { "/account" }))
}
