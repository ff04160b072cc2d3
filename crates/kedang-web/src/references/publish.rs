//! Publishes a text, or shows the editor again with what does not hold.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kedang_app::{AppError, references};
use kedang_core::reference::NewReference;
use kedang_core::{Kind, Problem};

use super::edit::{ReferenceForm, editor, held};
use crate::Web;
use crate::form::Posted;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Stores what was typed as the next version.
pub(crate) async fn publish(
    State(web): State<Web>,
    visit: Visit,
    Path(form): Path<String>,
    Posted(typed): Posted<ReferenceForm>,
) -> Result<Response, Refusal> {
    let new = NewReference {
        based_on: typed.based_on,
        text: typed.text.clone(),
    };
    let checked = match new.check() {
        Ok(checked) => checked,
        Err(problem) => return again(&web, &visit, form, typed, &problem).await,
    };
    let key = form.clone();
    let published = web
        .app
        .write(&visit.call, move |tx, scene| {
            references::publish(tx, scene, &key, &checked)
        })
        .await;
    match published {
        Ok(held) => {
            let to = format!("/forms/{}/reference", held.form);
            Ok(Redirect::to(&to).into_response())
        }
        Err(AppError::Problem(problem)) if problem.kind == Kind::Stale => {
            again(&web, &visit, form, typed, &problem).await
        }
        Err(other) => Err(other.into()),
    }
}

/// The editor with what was typed; nothing is lost.
async fn again(
    web: &Web,
    visit: &Visit,
    form: String,
    mut typed: ReferenceForm,
    problem: &Problem,
) -> Result<Response, Refusal> {
    let (frame, desk) = web
        .read(visit, move |tx, scene| references::desk(tx, scene, &form))
        .await?;
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if problem.kind == Kind::Stale {
        // Told that somebody was faster, he may look at that and then publish over it knowingly.
        typed.based_on = held(&desk);
        status = StatusCode::CONFLICT;
    }
    let page = editor(web, &frame, &desk, &typed, Some(problem));
    Ok((status, page).into_response())
}
