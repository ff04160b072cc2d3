//! Adds and renames departments.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kedang_app::staff::{self, AddDepartment};
use kedang_app::{AppError, Scene, Tx};
use kedang_core::staff::check_department_name;
use kedang_core::{DepartmentId, Kind, Problem};
use serde::Deserialize;

use super::list;
use crate::Web;
use crate::form::Posted;
use crate::refusal::Refusal;
use crate::visit::Visit;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct DepartmentForm {
    name: String,
    parent: String,
}

fn id(text: &str) -> Result<DepartmentId, Problem> {
    let id = DepartmentId::parse(text).ok();
    id.ok_or_else(|| Problem::not_found("department.not_found"))
}

/// Adds one below another.
pub(crate) async fn add(
    State(web): State<Web>,
    visit: Visit,
    Posted(form): Posted<DepartmentForm>,
) -> Result<Response, Refusal> {
    let parent = id(&form.parent)?;
    let done = match check_department_name(&form.name) {
        Ok(name) => {
            let ask = AddDepartment { name, parent };
            let add = move |tx: &mut Tx, scene: &Scene| staff::add(tx, scene, &ask).map(|_| ());
            web.app.write(&visit.call, add).await
        }
        Err(problem) => Err(problem.into()),
    };
    answer(&web, &visit, done).await
}

/// Gives one another name.
pub(crate) async fn rename(
    State(web): State<Web>,
    visit: Visit,
    Path(which): Path<String>,
    Posted(form): Posted<DepartmentForm>,
) -> Result<Response, Refusal> {
    let which = id(&which)?;
    let done = match check_department_name(&form.name) {
        Ok(name) => {
            let rename = move |tx: &mut Tx, scene: &Scene| staff::rename(tx, scene, &which, &name);
            web.app.write(&visit.call, rename).await
        }
        Err(problem) => Err(problem.into()),
    };
    answer(&web, &visit, done).await
}

async fn answer(web: &Web, visit: &Visit, done: Result<(), AppError>) -> Result<Response, Refusal> {
    match done {
        Ok(()) => Ok(Redirect::to("/staff").into_response()),
        Err(AppError::Problem(problem)) if problem.kind == Kind::Invalid => {
            let (frame, house) = web.read(visit, staff::list).await?;
            let page = list::page(web, &frame, &house, Some(&problem));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(other) => Err(other.into()),
    }
}
