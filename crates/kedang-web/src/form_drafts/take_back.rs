//! Takes the last step back.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use kedang_app::form_drafts;
use serde::Deserialize;

use super::edit::told;
use super::open::Open;
use super::show::{Failed, drawn, is_fragment};
use crate::Web;
use crate::form::Posted;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// The version that was before the editor.
#[derive(Deserialize)]
pub(crate) struct At {
    #[serde(default)]
    pub(super) version: i64,
}

/// The draft as it was before the last step.
pub(crate) async fn take_back(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    headers: HeaderMap,
    Posted(at): Posted<At>,
) -> Result<Response, Refusal> {
    let draft = id.clone();
    let done = web
        .app
        .write(&visit.call, move |tx, scene| {
            form_drafts::take_back(tx, scene, &draft, at.version)
        })
        .await;
    let failed = told(done.map(|_| ()))?;
    let fragment = is_fragment(&headers);
    if failed.is_none() && !fragment {
        return Ok(Redirect::to(&format!("/form-drafts/{id}")).into_response());
    }
    let failed = failed.map(|problem| Failed {
        typed: None,
        problem,
    });
    drawn(&web, &visit, id, Open::Nothing, failed, fragment).await
}
