//! `POST /merges`.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};
use kedang_app::merges::{self, Merge};
use serde::Deserialize;
use utoipa::ToSchema;

use super::document::MergeDocument;
use crate::Api;
use crate::body::Body;
use crate::call::Caller;
use crate::customers::ids;
use crate::refusal::{ProblemDocument, Refusal};

/// The versions that were looked at.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Versions {
    survivor: i64,
    absorbed: i64,
}

/// Two customers that are one.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CreateMerge {
    /// The id of the one that stays.
    #[schema(format = "uuid")]
    survivor: String,
    /// The id of the one that is taken up.
    #[schema(format = "uuid")]
    absorbed: String,
    /// Field → `survivor` or `absorbed`. What is not here stays as the survivor has it, or comes
    /// from the other where the survivor has none.
    #[serde(default)]
    choices: BTreeMap<String, String>,
    versions: Versions,
}

/// Makes two customers one: field by field as chosen; cards, persons, names, changes and stages
/// move to the survivor. It can be taken back for 30 days.
#[utoipa::path(post, path = "/merges", tag = "merges", request_body = CreateMerge, responses(
    (status = 201, description = "Merged", body = MergeDocument,
        headers(("Location" = String, description = "The address of the merge"))),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 409, description = "One of them was merged already", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 412, description = "Changed since it was looked at", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn create(
    State(api): State<Api>,
    Caller(call): Caller,
    Body(body): Body<CreateMerge>,
) -> Result<Response, Refusal> {
    let ask = Merge {
        survivor: ids::customer(&body.survivor)?,
        absorbed: ids::customer(&body.absorbed)?,
        choices: body.choices,
    };
    let versions = (body.versions.survivor, body.versions.absorbed);
    let view = api
        .app
        .write(&call, move |tx, scene| {
            merges::merge(tx, scene, &ask, versions)
        })
        .await?;
    let address = format!("/api/v1/merges/{}", view.id);
    let body = Json(MergeDocument::from(view));
    Ok((StatusCode::CREATED, [(LOCATION, address)], body).into_response())
}
