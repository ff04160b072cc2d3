//! `DELETE /contacts/{id}`.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use kedang_app::contacts;

use super::document;
use crate::Api;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};
use crate::version::Version;

/// Takes an entry out of the log; what it said stands in the audit.
#[utoipa::path(delete, path = "/contacts/{id}", tag = "contacts",
    params(("id" = String, Path, description = "The entry", format = "uuid"),
        ("If-Match" = String, Header, description = "The version that was read, quoted")), responses(
    (status = 204, description = "Removed"),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 412, description = "Somebody was faster", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn delete(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
    Version(version): Version,
) -> Result<StatusCode, Refusal> {
    let id = document::contact(&id)?;
    api.app
        .write(&call, move |tx, scene| {
            contacts::remove(tx, scene, &id, version)
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
