//! A backup is taken, checked, taken away; the page says what came of it.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kedang_app::AppError;
use kedang_core::Kind;

use super::list::page;
use crate::Web;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Begins to take one.
pub(crate) async fn take(State(web): State<Web>, visit: Visit) -> Result<Response, Refusal> {
    let begun = web.app.begin_backup(&visit.call).await;
    answer(&web, &visit, begun).await
}

/// Begins to hold one to its manifest.
pub(crate) async fn check(
    State(web): State<Web>,
    visit: Visit,
    Path(name): Path<String>,
) -> Result<Response, Refusal> {
    let begun = web.app.begin_check(&visit.call, &name).await;
    answer(&web, &visit, begun).await
}

/// Takes one away.
pub(crate) async fn remove(
    State(web): State<Web>,
    visit: Visit,
    Path(name): Path<String>,
) -> Result<Response, Refusal> {
    let removed = web.app.remove_backup(&visit.call, &name).await;
    answer(&web, &visit, removed).await
}

/// Back to the page, or the page with why not.
async fn answer(web: &Web, visit: &Visit, done: Result<(), AppError>) -> Result<Response, Refusal> {
    match done {
        Ok(()) => Ok(Redirect::to("/backups").into_response()),
        Err(AppError::Problem(problem)) if problem.kind == Kind::Conflict => {
            let page = page(web, visit, Some(&problem)).await?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(other) => Err(other.into()),
    }
}
