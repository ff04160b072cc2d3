//! `GET /merges/{id}`.

use axum::Json;
use axum::extract::{Path, State};
use kedang_app::merges;

use super::document::MergeDocument;
use crate::Api;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// A merge as it was made, and what became of it.
#[utoipa::path(get, path = "/merges/{id}", tag = "merges",
    params(("id" = String, Path, description = "The merge", format = "uuid")), responses(
    (status = 200, description = "The merge", body = MergeDocument),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn show(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
) -> Result<Json<MergeDocument>, Refusal> {
    let view = api
        .app
        .read(&call, move |tx, scene| merges::show(tx, scene, &id))
        .await?;
    Ok(Json(view.into()))
}
