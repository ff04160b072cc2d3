//! `POST /customers/{id}/cards`.

use axum::extract::{Path, State};
use axum::http::header::LOCATION;
use axum::http::{HeaderValue, StatusCode};
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

/// A card to be opened.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OpenCard {
    /// Key of the form.
    form: String,
}

/// Opens a blank card in the newest version of a form. The class of the dossier rises to that of
/// the form.
#[utoipa::path(post, path = "/customers/{id}/cards", tag = "cards", request_body = OpenCard,
    params(("id" = String, Path, description = "The customer", format = "uuid")), responses(
    (status = 201, description = "Opened", body = CardDocument,
        headers(("Location" = String, description = "Its address"), ("ETag" = String, description = "The version, quoted"))),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn open(
    State(api): State<Api>,
    Caller(call): Caller,
    Speaks(lang): Speaks,
    Path(id): Path<String>,
    Body(body): Body<OpenCard>,
) -> Result<Response, Refusal> {
    let view = api
        .app
        .write(&call, move |tx, scene| {
            cards::open(tx, scene, &ids::customer(&id)?, &body.form)
        })
        .await?;
    let address = HeaderValue::try_from(format!("/api/v1/cards/{}", view.card.id));
    let mut response = answer(&api, lang, StatusCode::CREATED, view);
    if let Ok(address) = address {
        response.headers_mut().insert(LOCATION, address);
    }
    Ok(response)
}
