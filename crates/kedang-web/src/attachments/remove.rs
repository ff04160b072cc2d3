//! Takes an attachment out of its dossier.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kedang_app::{AppError, attachments};
use kedang_core::Kind;

use super::{ids, show};
use crate::Web;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Removes it and shows what is left; what a card holds stays, and the page says so.
pub(crate) async fn remove(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let parsed = ids::attachment(&id)?;
    let removed = web
        .app
        .write(&visit.call, move |tx, scene| {
            attachments::remove(tx, scene, &parsed)
        })
        .await;
    match removed {
        Ok(customer) => {
            Ok(Redirect::to(&format!("/customers/{customer}/attachments")).into_response())
        }
        Err(AppError::Problem(problem)) if problem.kind == Kind::Conflict => {
            let page = show::page(&web, &visit, &id, Some(&problem)).await?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(other) => Err(other.into()),
    }
}
