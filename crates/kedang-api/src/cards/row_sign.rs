//! `POST /cards/{id}/rows/{repeat}/{row}/signatures`.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kedang_app::cards::{self, SignRow};
use kedang_core::card::Strokes;
use kedang_words::Tongue;
use serde::Deserialize;
use utoipa::ToSchema;

use super::ids;
use super::row_document::{RowDocument, row};
use crate::Api;
use crate::body::Body;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};
use crate::speaks::Speaks;

/// A signature on a row.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignRowBody {
    /// Key of the signature column.
    field: String,
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

/// Signs a row.
#[utoipa::path(post, path = "/cards/{id}/rows/{repeat}/{row}/signatures", tag = "cards", request_body = SignRowBody,
    params(("id" = String, Path, description = "The card", format = "uuid"),
        ("repeat" = String, Path, description = "The key of the repeat"),
        ("row" = String, Path, description = "The row", format = "uuid")), responses(
    (status = 201, description = "Signed", body = RowDocument),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 409, description = "Corrected, or signed already", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn sign_row(
    State(api): State<Api>,
    Caller(call): Caller,
    Speaks(lang): Speaks,
    Path((id, repeat, row_id)): Path<(String, String, String)>,
    Body(body): Body<SignRowBody>,
) -> Result<(StatusCode, Json<RowDocument>), Refusal> {
    let ask = SignRow {
        card: ids::card(&id)?,
        repeat,
        row: ids::row(&row_id)?,
        field: body.field,
        signer: body.signer,
        staff: body.staff.as_deref().map(ids::staff).transpose()?,
        strokes: body.strokes,
    };
    let signed = api
        .app
        .write(&call, move |tx, scene| cards::sign_row(tx, scene, &ask))
        .await?;
    let tongue = Tongue::new(&api.words, lang);
    let body = row(&signed.form, signed.row, tongue);
    Ok((StatusCode::CREATED, Json(body)))
}
