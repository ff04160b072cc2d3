//! `GET /attachments/{id}`.

use axum::Json;
use axum::extract::{Path, State};
use kedang_app::attachments;
use kedang_core::attachment::Attachment;

use super::ids;
use crate::Api;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// What is known of one attachment.
#[utoipa::path(get, path = "/attachments/{id}", tag = "attachments",
    params(("id" = String, Path, description = "The attachment", format = "uuid")), responses(
    (status = 200, description = "The attachment", body = Attachment),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn show(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
) -> Result<Json<Attachment>, Refusal> {
    let id = ids::attachment(&id)?;
    let view = api
        .app
        .read(&call, move |tx, scene| attachments::show(tx, scene, &id))
        .await?;
    Ok(Json(view.attachment))
}
