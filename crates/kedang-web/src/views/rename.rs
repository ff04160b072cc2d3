//! Renames a view of one's own.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kedang_app::{AppError, views};
use kedang_core::Kind;
use kedang_core::listing::View;

use super::SaveForm;
use crate::Web;
use crate::customers::{ListAsk, page};
use crate::form::Posted;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Renames it and shows it, or shows the form again with what does not hold.
pub(crate) async fn rename(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Posted(form): Posted<SaveForm>,
) -> Result<Response, Refusal> {
    let (view, name) = (id.clone(), View::check_name(&form.name));
    let done = web
        .app
        .write(&visit.call, move |tx, scene| {
            views::rename(tx, scene, &view, &name.clone()?)
        })
        .await;
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/customers?view={id}")).into_response()),
        Err(AppError::Problem(problem)) if problem.kind == Kind::Invalid => {
            let ask = ListAsk {
                view: id,
                ..ListAsk::default()
            };
            page(&web, &visit, ask, Some((form, problem))).await
        }
        Err(other) => Err(other.into()),
    }
}
