//! `DELETE /duplicates/{id}`.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use kedang_app::duplicates;

use crate::Api;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// Settles that the two are not the same.
#[utoipa::path(delete, path = "/duplicates/{id}", tag = "duplicates",
    params(("id" = String, Path, description = "The entry", format = "uuid")), responses(
    (status = 204, description = "Settled"),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn delete(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
) -> Result<StatusCode, Refusal> {
    api.app
        .write(&call, move |tx, scene| duplicates::settle(tx, scene, &id))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
