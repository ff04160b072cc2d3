//! `GET /customers/{id}/co-owners`.

use axum::Json;
use axum::extract::{Path, State};
use kedang_app::customers;
use kedang_core::customer::Named;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// The co-owners of a customer.
#[derive(Serialize, ToSchema)]
pub(crate) struct CoOwners {
    items: Vec<Named>,
}

/// 协办: those who hold the customer beside its owner. `PATCH` of the customer changes them.
#[utoipa::path(get, path = "/customers/{id}/co-owners", tag = "customers",
    params(("id" = String, Path, description = "The id", format = "uuid")), responses(
    (status = 200, description = "The co-owners", body = CoOwners),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn co_owners(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
) -> Result<Json<CoOwners>, Refusal> {
    let id = super::ids::customer(&id)?;
    let items = api
        .app
        .read(&call, move |tx, scene| customers::co_owners(tx, scene, &id))
        .await?;
    Ok(Json(CoOwners { items }))
}
