//! `POST /form-drafts/{id}/publication`.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kedang_app::form_drafts::{self, PublishedForm};

use crate::Api;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};
use crate::version::Version;

/// Publishes a draft as the next version of its form and takes the draft away; for stewards.
#[utoipa::path(post, path = "/form-drafts/{id}/publication", tag = "form_drafts",
    params(("id" = String, Path, description = "The draft", format = "uuid"),
        ("If-Match" = String, Header, description = "The version of the draft that was read, quoted")), responses(
    (status = 201, description = "Published", body = PublishedForm),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 409, description = "Unchanged, or overtaken", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 412, description = "Changed in the meantime", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "The form has defects", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn publish(
    State(api): State<Api>,
    Caller(call): Caller,
    Version(version): Version,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let published = api
        .app
        .write(&call, move |tx, scene| {
            form_drafts::publish(tx, scene, &id, version)
        })
        .await?;
    Ok((StatusCode::CREATED, Json(published)).into_response())
}
