//! The merge is made.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kedang_app::AppError;
use kedang_app::merges::{self, Merge};
use kedang_core::Kind;

use super::blank::Asked;
use super::choose;
use crate::Web;
use crate::customers::typed;
use crate::form::Posted;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Merges, or shows both again when one was changed in the meantime.
pub(crate) async fn create(
    State(web): State<Web>,
    visit: Visit,
    Posted(pairs): Posted<Vec<(String, String)>>,
) -> Result<Response, Refusal> {
    let version = |name: &str| {
        let found = pairs.iter().find(|(known, _)| known == name);
        found
            .and_then(|(_, value)| value.parse().ok())
            .unwrap_or(-1)
    };
    let versions = (version("survivor_version"), version("absorbed_version"));
    let asked = Asked::read(pairs.into_iter());
    let ask = Merge {
        survivor: typed::customer(&asked.survivor)?,
        absorbed: typed::customer(&asked.absorbed)?,
        choices: asked.choices,
    };
    let again = ask.clone();
    let merged = web
        .app
        .write(&visit.call, move |tx, scene| {
            merges::merge(tx, scene, &ask, versions)
        })
        .await;
    let problem = match merged {
        Ok(view) => return Ok(Redirect::to(&format!("/merges/{}", view.id)).into_response()),
        Err(AppError::Problem(p)) if p.kind == Kind::Stale => p,
        Err(other) => return Err(other.into()),
    };
    let (frame, plan) = web
        .read(&visit, move |tx, scene| merges::preview(tx, scene, &again))
        .await?;
    let body = choose::page(&web, &frame, &plan, Some(&problem));
    Ok((StatusCode::CONFLICT, body).into_response())
}
