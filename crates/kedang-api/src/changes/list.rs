//! `GET /customers/{id}/changes`.

use axum::Json;
use axum::extract::{Path, State};
use kedang_app::changes;
use kedang_core::change::Change;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::call::Caller;
use crate::customers::ids;
use crate::refusal::{ProblemDocument, Refusal};

/// The changes of a customer.
#[derive(Serialize, ToSchema)]
pub(crate) struct Changes {
    /// Those in force last first; at most 500.
    items: Vec<Change>,
}

/// What changed at a customer, since when and on what proof.
#[utoipa::path(get, path = "/customers/{id}/changes", tag = "changes",
    params(("id" = String, Path, description = "The customer", format = "uuid")), responses(
    (status = 200, description = "The changes", body = Changes),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn list(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
) -> Result<Json<Changes>, Refusal> {
    let id = ids::customer(&id)?;
    let items = api
        .app
        .read(&call, move |tx, scene| changes::list(tx, scene, &id))
        .await?;
    Ok(Json(Changes { items }))
}
