//! `DELETE /attachments/{id}`.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use kedang_app::attachments;

use super::ids;
use crate::Api;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// Takes an attachment out of its dossier; not while a card holds it.
#[utoipa::path(delete, path = "/attachments/{id}", tag = "attachments",
    params(("id" = String, Path, description = "The attachment", format = "uuid")), responses(
    (status = 204, description = "Removed"),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 409, description = "A card holds it", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn delete(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
) -> Result<StatusCode, Refusal> {
    let id = ids::attachment(&id)?;
    api.app
        .write(&call, move |tx, scene| attachments::remove(tx, scene, &id))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
