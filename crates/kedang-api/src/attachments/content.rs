//! `GET /attachments/{id}/content` and the pictures beside it.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{
    CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
};
use axum::response::{IntoResponse, Response};
use kedang_app::attachments::{Opened, Part};
use kedang_core::file_name::quoted;
use serde::Deserialize;
use tokio_util::io::ReaderStream;
use utoipa::IntoParams;

use super::ids;
use crate::Api;
use crate::ask::Ask;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// What is handed out may be framed by our own pages and may load and run nothing.
const STRICT: &str = "default-src 'none'; frame-ancestors 'self'";

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ContentAsk {
    /// To be saved, also what a browser could show.
    #[serde(default)]
    download: bool,
}

/// The file itself: a paper as it came, a photo without what its camera added.
#[utoipa::path(get, path = "/attachments/{id}/content", tag = "attachments",
    params(("id" = String, Path, description = "The attachment", format = "uuid"), ContentAsk), responses(
    (status = 200, description = "The file", body = Vec<u8>, content_type = "*/*"),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 409, description = "The file is gone from the disk", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn content(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
    Ask(ask): Ask<ContentAsk>,
) -> Result<Response, Refusal> {
    let id = ids::attachment(&id)?;
    let opened = api.app.open_file(&call, id, Part::Content).await?;
    Ok(handed_out(opened, ask.download))
}

/// The picture for the screen, a JPEG of at most 2048 pixels.
#[utoipa::path(get, path = "/attachments/{id}/display", tag = "attachments",
    params(("id" = String, Path, description = "The attachment", format = "uuid")), responses(
    (status = 200, description = "The picture", body = Vec<u8>, content_type = "image/jpeg"),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, not to be known, or no picture", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 409, description = "The file is gone from the disk", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn display(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let id = ids::attachment(&id)?;
    let opened = api.app.open_file(&call, id, Part::Display).await?;
    Ok(handed_out(opened, false))
}

/// The picture for lists, a JPEG of at most 320 pixels.
#[utoipa::path(get, path = "/attachments/{id}/thumbnail", tag = "attachments",
    params(("id" = String, Path, description = "The attachment", format = "uuid")), responses(
    (status = 200, description = "The picture", body = Vec<u8>, content_type = "image/jpeg"),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, not to be known, or no picture", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 409, description = "The file is gone from the disk", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn thumbnail(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let id = ids::attachment(&id)?;
    let opened = api.app.open_file(&call, id, Part::Thumbnail).await?;
    Ok(handed_out(opened, false))
}

fn handed_out(opened: Opened, download: bool) -> Response {
    let file = tokio::fs::File::from_std(opened.file);
    let body = Body::from_stream(ReaderStream::with_capacity(file, 64 * 1024));
    let how = match opened.shown_in_place && !download {
        true => "inline",
        false => "attachment",
    };
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(opened.media_type));
    headers.insert(CONTENT_LENGTH, opened.size.into());
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(STRICT));
    let disposition = format!(
        "{how}; filename*=UTF-8''{}",
        quoted(&opened.attachment.name)
    );
    // Percent signs and ASCII only: it is a header.
    if let Ok(value) = HeaderValue::try_from(disposition) {
        headers.insert(CONTENT_DISPOSITION, value);
    }
    response
}
