//! `GET /customers/{id}/stages`.

use axum::Json;
use axum::extract::{Path, State};
use kedang_app::customers;
use kedang_core::customer::StageChange;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// The steps of a customer.
#[derive(Serialize, ToSchema)]
pub(crate) struct Stages {
    /// Latest first; at most 200.
    items: Vec<StageChange>,
}

/// Where the customer stood, and when and why that changed.
#[utoipa::path(get, path = "/customers/{id}/stages", tag = "customers",
    params(("id" = String, Path, description = "The id", format = "uuid")), responses(
    (status = 200, description = "The steps", body = Stages),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn stages(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
) -> Result<Json<Stages>, Refusal> {
    let id = super::ids::customer(&id)?;
    let items = api
        .app
        .read(&call, move |tx, scene| customers::stages(tx, scene, &id))
        .await?;
    Ok(Json(Stages { items }))
}
