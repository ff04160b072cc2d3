//! `DELETE /merges/{id}`.

use axum::Json;
use axum::extract::{Path, State};
use kedang_app::merges;

use super::document::MergeDocument;
use crate::Api;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// Takes a merge back: the absorbed customer lives again with what was its own. What has changed
/// since stays as it is and is listed in `kept`.
#[utoipa::path(delete, path = "/merges/{id}", tag = "merges",
    params(("id" = String, Path, description = "The merge", format = "uuid")), responses(
    (status = 200, description = "Taken back", body = MergeDocument),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 409, description = "Taken back already, or too late", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn delete(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
) -> Result<Json<MergeDocument>, Refusal> {
    let view = api
        .app
        .write(&call, move |tx, scene| merges::undo(tx, scene, &id))
        .await?;
    Ok(Json(view.into()))
}
