//! A run begins.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kedang_app::AppError;
use kedang_app::paper::Voice;
use kedang_core::Kind;

use super::blank::page;
use super::draft::Draft;
use crate::Web;
use crate::form::Posted;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Begins it and leads to its page, or shows the form again with what did not hold.
pub(crate) async fn begin(
    State(web): State<Web>,
    visit: Visit,
    Posted(pairs): Posted<Vec<(String, String)>>,
) -> Result<Response, Refusal> {
    let draft = Draft::read(pairs);
    let voice = Voice::new(web.words.clone().teller());
    let begun = match draft.ask() {
        Ok(ask) => web.app.begin_run(&visit.call, ask, voice).await,
        Err(problem) => Err(problem.into()),
    };
    match begun {
        Ok(id) => Ok(Redirect::to(&format!("/print-runs/{id}")).into_response()),
        Err(AppError::Problem(problem)) if problem.kind == Kind::Invalid => {
            let page = page(&web, &visit, &draft, Some(&problem)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(other) => Err(other.into()),
    }
}
