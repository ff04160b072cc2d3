//! `DELETE /views/{id}`.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use kedang_app::views;

use crate::Api;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// Takes a view of one's own away.
#[utoipa::path(delete, path = "/views/{id}", tag = "views",
    params(("id" = String, Path, description = "The id", format = "uuid")), responses(
    (status = 204, description = "Gone"),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not one's own", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn delete(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
) -> Result<StatusCode, Refusal> {
    api.app
        .write(&call, move |tx, scene| views::delete(tx, scene, &id))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
