//! `GET /contacts/{id}`.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::header::ETAG;
use axum::response::{IntoResponse, Response};
use kedang_app::contacts;
use kedang_core::contact::Contact;

use super::document;
use crate::Api;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};
use crate::version::etag;

/// One entry of the log.
#[utoipa::path(get, path = "/contacts/{id}", tag = "contacts",
    params(("id" = String, Path, description = "The entry", format = "uuid")), responses(
    (status = 200, description = "The entry", body = Contact,
        headers(("ETag" = String, description = "The version, quoted"))),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn show(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let id = document::contact(&id)?;
    let (_, contact) = api
        .app
        .read(&call, move |tx, scene| contacts::show(tx, scene, &id))
        .await?;
    Ok(([(ETAG, etag(contact.version))], Json(contact)).into_response())
}
