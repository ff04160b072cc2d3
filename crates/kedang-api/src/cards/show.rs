//! `GET /cards/{id}`.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use kedang_app::cards;

use super::document::{CardDocument, answer};
use super::ids;
use crate::Api;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};
use crate::speaks::Speaks;

/// One card with its current answers.
#[utoipa::path(get, path = "/cards/{id}", tag = "cards",
    params(("id" = String, Path, description = "The card", format = "uuid")), responses(
    (status = 200, description = "The card", body = CardDocument,
        headers(("ETag" = String, description = "The version, quoted"))),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn show(
    State(api): State<Api>,
    Caller(call): Caller,
    Speaks(lang): Speaks,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let view = api
        .app
        .read(&call, move |tx, scene| {
            cards::show(tx, scene, &ids::card(&id)?)
        })
        .await?;
    Ok(answer(&api, lang, StatusCode::OK, view))
}
