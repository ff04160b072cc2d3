//! Throws a draft away.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kedang_app::form_drafts;

use super::edit::told;
use super::open::Open;
use super::show::{Failed, drawn};
use super::take_back::At;
use crate::Web;
use crate::form::Posted;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Takes the draft away and leads back to the list.
pub(crate) async fn discard(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Posted(at): Posted<At>,
) -> Result<Response, Refusal> {
    let draft = id.clone();
    let done = web
        .app
        .write(&visit.call, move |tx, scene| {
            form_drafts::discard(tx, scene, &draft, at.version)
        })
        .await;
    match told(done.map(|_| ()))? {
        None => Ok(Redirect::to("/forms").into_response()),
        Some(problem) => {
            let typed = None;
            let failed = Some(Failed { typed, problem });
            drawn(&web, &visit, id, Open::Nothing, failed, false).await
        }
    }
}
