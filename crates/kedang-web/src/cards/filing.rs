//! Files a card, or takes it out again (D01-11).

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kedang_app::AppError;
use kedang_app::cards;
use serde::Deserialize;

use super::{show, typed};
use crate::Web;
use crate::form::Posted;
use crate::refusal::Refusal;
use crate::visit::Visit;

#[derive(Deserialize)]
pub(crate) struct FileForm {
    #[serde(default)]
    revision: String,
}

/// Files the state seen. What is missing stands beside the card, which is shown again.
pub(crate) async fn file(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Posted(form): Posted<FileForm>,
) -> Result<Response, Refusal> {
    let id = typed::card(&id)?;
    let revision = form.revision.trim().parse().unwrap_or_default();
    let card = id.clone();
    let filed = web
        .app
        .write(&visit.call, move |tx, scene| {
            cards::file(tx, scene, &card, revision)
        })
        .await;
    match filed {
        Ok(view) => Ok(Redirect::to(&format!("/cards/{}", view.card.id)).into_response()),
        Err(AppError::Findings(_)) => {
            let page = show::page(&web, &visit, id).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

/// Takes the card out again.
pub(crate) async fn unfile(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Redirect, Refusal> {
    let id = typed::card(&id)?;
    let view = web
        .app
        .write(&visit.call, move |tx, scene| cards::unfile(tx, scene, &id))
        .await?;
    Ok(Redirect::to(&format!("/cards/{}", view.card.id)))
}
