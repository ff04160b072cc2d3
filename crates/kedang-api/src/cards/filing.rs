//! `/cards/{id}/filing`: a card is filed, or taken out again (D01-11).

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use kedang_app::cards;
use serde::Deserialize;
use utoipa::ToSchema;

use super::document::{CardDocument, answer};
use super::ids;
use crate::Api;
use crate::body::Body;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};
use crate::speaks::Speaks;

/// What is to be filed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewFiling {
    /// The revision that whoever files it has before him.
    revision: i64,
}

/// Files a card that is complete and signed.
#[utoipa::path(post, path = "/cards/{id}/filing", tag = "cards", request_body = NewFiling,
    params(("id" = String, Path, description = "The card", format = "uuid")), responses(
    (status = 201, description = "Filed", body = CardDocument,
        headers(("ETag" = String, description = "The version, quoted"))),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 409, description = "Blank, or filed already", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 412, description = "Changed in the meantime", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Something is missing or unsigned", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn file(
    State(api): State<Api>,
    Caller(call): Caller,
    Speaks(lang): Speaks,
    Path(id): Path<String>,
    Body(new): Body<NewFiling>,
) -> Result<Response, Refusal> {
    let id = ids::card(&id)?;
    let view = api
        .app
        .write(&call, move |tx, scene| {
            cards::file(tx, scene, &id, new.revision)
        })
        .await?;
    Ok(answer(&api, lang, StatusCode::CREATED, view))
}

/// Takes a card out again that was filed by mistake.
#[utoipa::path(delete, path = "/cards/{id}/filing", tag = "cards",
    params(("id" = String, Path, description = "The card", format = "uuid")), responses(
    (status = 200, description = "No longer filed", body = CardDocument,
        headers(("ETag" = String, description = "The version, quoted"))),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 409, description = "Not filed", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn unfile(
    State(api): State<Api>,
    Caller(call): Caller,
    Speaks(lang): Speaks,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let id = ids::card(&id)?;
    let view = api
        .app
        .write(&call, move |tx, scene| cards::unfile(tx, scene, &id))
        .await?;
    Ok(answer(&api, lang, StatusCode::OK, view))
}
