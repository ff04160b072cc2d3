//! `POST /forms/{key}/reference`.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kedang_app::references;
use kedang_core::reference::{NewReference, Reference};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::Api;
use crate::body::Body;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// A text to be published.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PublishReference {
    /// The version that was before the writer; 0 if there was none.
    #[schema(minimum = 0)]
    based_on: i64,
    /// Markdown.
    #[schema(min_length = 1, max_length = 20000)]
    text: String,
}

/// Publishes a text as the next version; for stewards.
#[utoipa::path(post, path = "/forms/{key}/reference", tag = "references",
    params(("key" = String, Path, description = "The key of the form")),
    request_body = PublishReference, responses(
    (status = 201, description = "Published, or what is published says the same", body = Reference),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 412, description = "Somebody was faster", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn publish(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(key): Path<String>,
    Body(body): Body<PublishReference>,
) -> Result<Response, Refusal> {
    let new = NewReference {
        based_on: body.based_on,
        text: body.text,
    };
    let new = new.check()?;
    let held = api
        .app
        .write(&call, move |tx, scene| {
            references::publish(tx, scene, &key, &new)
        })
        .await?;
    Ok((StatusCode::CREATED, Json(held)).into_response())
}
