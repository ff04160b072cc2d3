//! `POST /cards/{id}/signatures`.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use kedang_app::cards::{self, Sign};
use kedang_core::card::Strokes;
use serde::Deserialize;
use utoipa::ToSchema;

use super::document::{CardDocument, answer};
use super::ids;
use crate::Api;
use crate::body::Body;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};
use crate::speaks::Speaks;

/// A signature on a card.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignCard {
    /// Key of the signature field.
    field: String,
    /// The revision that the signer has before him.
    revision: i64,
    /// The customer's name, where the customer signs.
    #[serde(default)]
    signer: Option<String>,
    /// The member of staff who signs; the caller if nobody is named.
    #[serde(default)]
    #[schema(format = "uuid")]
    staff: Option<String>,
    /// What the pen drew: strokes of points `[x, y]`, 0 to 1,000 each.
    #[schema(value_type = Vec<Vec<[u16; 2]>>)]
    strokes: Strokes,
}

/// Signs a card.
#[utoipa::path(post, path = "/cards/{id}/signatures", tag = "cards", request_body = SignCard,
    params(("id" = String, Path, description = "The card", format = "uuid")), responses(
    (status = 201, description = "Signed", body = CardDocument,
        headers(("ETag" = String, description = "The version, quoted"))),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 409, description = "Blank, or signed already", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 412, description = "Changed in the meantime", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn sign(
    State(api): State<Api>,
    Caller(call): Caller,
    Speaks(lang): Speaks,
    Path(id): Path<String>,
    Body(body): Body<SignCard>,
) -> Result<Response, Refusal> {
    let ask = Sign {
        card: ids::card(&id)?,
        revision: body.revision,
        field: body.field,
        signer: body.signer,
        staff: body.staff.as_deref().map(ids::staff).transpose()?,
        strokes: body.strokes,
    };
    let view = api
        .app
        .write(&call, move |tx, scene| cards::sign(tx, scene, &ask))
        .await?;
    Ok(answer(&api, lang, StatusCode::CREATED, view))
}
