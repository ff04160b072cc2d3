//! Stores what changed of an account.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kedang_app::forms::Pairs;
use kedang_app::{AppError, staff};
use kedang_core::{Kind, Problem};

use super::show::{Told, page};
use super::{desk, typed};
use crate::Web;
use crate::form::Posted;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Stores it, or shows the page again with why not.
pub(crate) async fn save(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Posted(list): Posted<Vec<(String, String)>>,
) -> Result<Response, Refusal> {
    let mut pairs = Pairs::new();
    for (name, text) in list {
        pairs.entry(name).or_default().push(text);
    }
    let (parsed, known) = (desk::id(&id)?, web.app.posts().await?);
    let done = web
        .app
        .write(&visit.call, move |tx, scene| {
            let before = staff::find(tx, scene, &parsed)?;
            let ask = typed::read(&before, &pairs)?;
            staff::edit(tx, scene, &ask, &known).map(|_| ())
        })
        .await;
    answer(&web, &visit, &id, done).await
}

/// The account as it now is, or the page with why not.
pub(super) async fn answer(
    web: &Web,
    visit: &Visit,
    id: &str,
    done: Result<(), AppError>,
) -> Result<Response, Refusal> {
    let problem = match done {
        Ok(()) => return Ok(Redirect::to(&format!("/staff/{id}")).into_response()),
        Err(AppError::Problem(problem)) if is_shown(&problem) => problem,
        Err(other) => return Err(other.into()),
    };
    let status = match problem.kind {
        Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::CONFLICT,
    };
    let told = Told {
        problem: Some(&problem),
        link: None,
    };
    Ok((status, page(web, visit, id, &told).await?).into_response())
}

fn is_shown(problem: &Problem) -> bool {
    matches!(problem.kind, Kind::Invalid | Kind::Conflict | Kind::Stale)
}
