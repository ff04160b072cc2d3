//! `GET /staff`.

use axum::Json;
use axum::extract::State;
use kedang_app::staff;
use kedang_core::staff::Member;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// Everybody who works here, at most 1,000.
#[derive(Serialize, ToSchema)]
pub(crate) struct StaffList {
    items: Vec<Member>,
}

/// All accounts, in human order.
#[utoipa::path(get, path = "/staff", tag = "staff", responses(
    (status = 200, description = "The accounts", body = StaffList),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn list(
    State(api): State<Api>,
    Caller(call): Caller,
) -> Result<Json<StaffList>, Refusal> {
    let house = api.app.read(&call, staff::list).await?;
    Ok(Json(StaffList {
        items: house.members,
    }))
}
