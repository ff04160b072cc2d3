//! `POST /cards/{id}/rows/{repeat}`.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kedang_app::cards::{self, Typed, WriteRow};
use kedang_words::Tongue;
use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::ids;
use super::row_document::{RowDocument, row};
use crate::Api;
use crate::body::Body;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};
use crate::speaks::Speaks;

/// A row to be added.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AddRow {
    /// The cells by column key.
    #[schema(value_type = Object)]
    cells: Value,
    /// The row that it corrects; that one stays.
    #[serde(default)]
    #[schema(format = "uuid")]
    corrects: Option<String>,
}

/// Adds a row, or corrects one by a new row.
#[utoipa::path(post, path = "/cards/{id}/rows/{repeat}", tag = "cards", request_body = AddRow,
    params(("id" = String, Path, description = "The card", format = "uuid"),
        ("repeat" = String, Path, description = "The key of the repeat")), responses(
    (status = 201, description = "Added", body = RowDocument),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 409, description = "Corrected already", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn write_row(
    State(api): State<Api>,
    Caller(call): Caller,
    Speaks(lang): Speaks,
    Path((id, repeat)): Path<(String, String)>,
    Body(body): Body<AddRow>,
) -> Result<(StatusCode, Json<RowDocument>), Refusal> {
    let ask = WriteRow {
        card: ids::card(&id)?,
        repeat,
        typed: Typed::Json(body.cells.to_string()),
        corrects: body.corrects.as_deref().map(ids::row).transpose()?,
    };
    let written = api
        .app
        .write(&call, move |tx, scene| cards::write_row(tx, scene, &ask))
        .await?;
    let tongue = Tongue::new(&api.words, lang);
    let body = row(&written.form, written.row, tongue);
    Ok((StatusCode::CREATED, Json(body)))
}
