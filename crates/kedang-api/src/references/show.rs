//! `GET /forms/{key}/reference`.

use axum::Json;
use axum::extract::{Path, State};
use kedang_app::references;
use kedang_core::reference::{Edition, Reference};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::Api;
use crate::ask::Ask;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// Which version.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct AskReference {
    /// The version, from 1; the newest if it is not said.
    version: Option<i64>,
}

/// A text with all its versions.
#[derive(Serialize, ToSchema)]
pub(crate) struct ReferenceDocument {
    #[serde(flatten)]
    reference: Reference,
    /// All versions, newest first, at most 100.
    editions: Vec<Edition>,
}

/// The text to be read beside a form.
#[utoipa::path(get, path = "/forms/{key}/reference", tag = "references",
    params(("key" = String, Path, description = "The key of the form"), AskReference), responses(
    (status = 200, description = "The text", body = ReferenceDocument),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn show(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(key): Path<String>,
    Ask(ask): Ask<AskReference>,
) -> Result<Json<ReferenceDocument>, Refusal> {
    let view = api
        .app
        .read(&call, move |tx, scene| {
            references::show(tx, scene, &key, ask.version)
        })
        .await?;
    Ok(Json(ReferenceDocument {
        reference: view.reference,
        editions: view.editions,
    }))
}
