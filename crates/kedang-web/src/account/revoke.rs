//! Signs out another device.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kedang_app::sessions;
use kedang_core::{Problem, SessionId};

use crate::Web;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Ends the session and shows the account again.
pub(crate) async fn revoke(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Redirect, Refusal> {
    let id = SessionId::parse(&id).ok();
    web.app
        .write(&visit.call, move |tx, scene| {
            let id = id
                .as_ref()
                .ok_or_else(|| Problem::not_found("session.not_found"))?;
            sessions::revoke(tx, scene, id)
        })
        .await?;
    Ok(Redirect::to("/account"))
}
