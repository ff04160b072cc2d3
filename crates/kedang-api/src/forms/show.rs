//! `GET /forms/{key}`.

use axum::Json;
use axum::extract::{Path, State};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::list::{FormHead, head};
use crate::Api;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};
use crate::speaks::Speaks;

/// A form with its definition.
#[derive(Serialize, ToSchema)]
pub(crate) struct FormDocument {
    #[serde(flatten)]
    head: FormHead,
    /// Fields, layout, words and rules, as published.
    #[schema(value_type = Object)]
    definition: Value,
    /// JSON Schema (2020-12) of the answers.
    #[schema(value_type = Object)]
    schema: Value,
}

/// One form in its newest version.
#[utoipa::path(get, path = "/forms/{key}", tag = "forms",
    params(("key" = String, Path, description = "The key of the form")), responses(
    (status = 200, description = "The form", body = FormDocument),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn show(
    State(api): State<Api>,
    Caller(call): Caller,
    Speaks(lang): Speaks,
    Path(key): Path<String>,
) -> Result<Json<FormDocument>, Refusal> {
    let form = api
        .app
        .read(&call, move |tx, scene| scene.house.forms.find(tx, &key))
        .await?;
    Ok(Json(FormDocument {
        head: head(&form, lang),
        definition: form.definition().clone(),
        schema: form.json_schema(),
    }))
}
