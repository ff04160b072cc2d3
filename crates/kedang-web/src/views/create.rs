//! Saves the list as a view.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use kedang_app::{AppError, views};
use kedang_core::listing::{CheckedView, NewView, Question, View};
use kedang_core::{Kind, Problem};

use super::SaveForm;
use crate::Web;
use crate::customers::{ListAsk, page};
use crate::form::Posted;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Saves it and leads to it, or shows the list again with what does not hold.
pub(crate) async fn create(
    State(web): State<Web>,
    visit: Visit,
    Posted(form): Posted<SaveForm>,
) -> Result<Response, Refusal> {
    let new = NewView {
        name: form.name.clone(),
        shared: form.shared == "1",
        query: form.query.clone(),
    };
    let done = match new.check() {
        Ok(new) => stored(&web, &visit, new).await,
        Err(problem) => Err(problem.into()),
    };
    match done {
        Ok(view) => Ok(Redirect::to(&format!("/customers?view={}", view.id)).into_response()),
        Err(AppError::Problem(problem)) if problem.kind == Kind::Invalid => {
            again(&web, &visit, form, problem).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn stored(web: &Web, visit: &Visit, new: CheckedView) -> Result<View, AppError> {
    let save =
        move |tx: &mut kedang_app::Tx, scene: &kedang_app::Scene| views::create(tx, scene, &new);
    web.app.write(&visit.call, save).await
}

/// The list as it was when the form was sent.
async fn again(
    web: &Web,
    visit: &Visit,
    form: SaveForm,
    problem: Problem,
) -> Result<Response, Refusal> {
    let question = Question::from_query(&form.query)?;
    let mut ask = ListAsk::read(Some(&question.to_explicit_query()));
    ask.view.clone_from(&form.view);
    page(web, visit, ask, Some((form, problem))).await
}
