//! Publishes a draft.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kedang_app::{AppError, form_drafts};
use kedang_core::Kind;

use super::diff::drawn;
use super::take_back::At;
use crate::Web;
use crate::form::Posted;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Publishes it and leads to the form.
pub(crate) async fn publish(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Posted(at): Posted<At>,
) -> Result<Response, Refusal> {
    let draft = id.clone();
    let done = web
        .app
        .write(&visit.call, move |tx, scene| {
            form_drafts::publish(tx, scene, &draft, at.version)
        })
        .await;
    match done {
        Ok(published) => Ok(Redirect::to(&format!("/forms/{}", published.form)).into_response()),
        Err(AppError::Problem(problem))
            if matches!(problem.kind, Kind::Invalid | Kind::Conflict | Kind::Stale) =>
        {
            drawn(&web, &visit, id, Some(problem)).await
        }
        Err(other) => Err(other.into()),
    }
}
