//! `GET` and `POST /departments`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use kedang_app::staff::{self, AddDepartment};
use kedang_core::staff::check_department_name;
use kedang_core::{DepartmentId, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Api;
use crate::body::Body;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// A department in its place.
#[derive(Serialize, ToSchema)]
pub(crate) struct DepartmentDocument {
    /// Its id.
    #[schema(format = "uuid")]
    id: String,
    /// Its name.
    name: String,
    /// The one above it; null for the company itself.
    #[schema(required, format = "uuid")]
    parent: Option<String>,
}

/// The departments, each after the one above it; at most 500.
#[derive(Serialize, ToSchema)]
pub(crate) struct DepartmentList {
    items: Vec<DepartmentDocument>,
}

/// A department to be added.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewDepartment {
    /// Its name.
    #[schema(min_length = 1, max_length = 60)]
    name: String,
    /// The one above it.
    #[schema(format = "uuid")]
    parent: String,
}

/// All departments.
#[utoipa::path(get, path = "/departments", tag = "staff", responses(
    (status = 200, description = "The departments", body = DepartmentList),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn departments(
    State(api): State<Api>,
    Caller(call): Caller,
) -> Result<Json<DepartmentList>, Refusal> {
    let house = api.app.read(&call, staff::list).await?;
    let items = house.departments.into_iter().map(|one| DepartmentDocument {
        id: one.named.id,
        name: one.named.name,
        parent: one.parent,
    });
    Ok(Json(DepartmentList {
        items: items.collect(),
    }))
}

/// Adds a department below another.
#[utoipa::path(post, path = "/departments", tag = "staff", request_body = NewDepartment, responses(
    (status = 201, description = "Added", body = DepartmentDocument),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn add(
    State(api): State<Api>,
    Caller(call): Caller,
    Body(body): Body<NewDepartment>,
) -> Result<(StatusCode, Json<DepartmentDocument>), Refusal> {
    let parent = DepartmentId::parse(&body.parent).ok();
    let ask = AddDepartment {
        name: check_department_name(&body.name)?,
        parent: parent.ok_or_else(|| Problem::not_found("department.not_found"))?,
    };
    let above = ask.parent.to_string();
    let added = api
        .app
        .write(&call, move |tx, scene| staff::add(tx, scene, &ask))
        .await?;
    let document = DepartmentDocument {
        id: added.id,
        name: added.name,
        parent: Some(above),
    };
    Ok((StatusCode::CREATED, Json(document)))
}
