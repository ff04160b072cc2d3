//! One step on a draft.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use kedang_app::{AppError, form_drafts};
use kedang_core::{Kind, Problem};

use super::open::Open;
use super::show::{Failed, drawn, is_fragment};
use super::typed;
use crate::Web;
use crate::cards::typed::Typed;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Does the step; refused, the page comes back with what was typed and why.
pub(crate) async fn edit(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    headers: HeaderMap,
    posted: Typed,
) -> Result<Response, Refusal> {
    let (version, step) = typed::read(&web, posted);
    let (draft, doing) = (id.clone(), step.clone());
    let done = web
        .app
        .write(&visit.call, move |tx, scene| {
            form_drafts::edit(tx, scene, &draft, version, &doing)
        })
        .await;
    let fragment = is_fragment(&headers);
    let open = Open::of(&step);
    match told(done.map(|_| ()))? {
        Some(problem) => {
            // Whoever was too slow looks at what the other one made of it first.
            let typed = (problem.kind != Kind::Stale).then_some(step);
            let failed = Some(Failed { typed, problem });
            drawn(&web, &visit, id, open, failed, fragment).await
        }
        None if fragment => drawn(&web, &visit, id, Open::Nothing, None, true).await,
        None => Ok(Redirect::to(&format!("/form-drafts/{id}")).into_response()),
    }
}

/// A refusal that the page itself tells; any other has a page of its own.
pub(super) fn told(done: Result<(), AppError>) -> Result<Option<Problem>, Refusal> {
    match done {
        Ok(()) => Ok(None),
        Err(AppError::Problem(problem)) if is_told(&problem) => Ok(Some(problem)),
        Err(other) => Err(other.into()),
    }
}

fn is_told(problem: &Problem) -> bool {
    matches!(problem.kind, Kind::Invalid | Kind::Conflict | Kind::Stale)
}
