//! `POST /views`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kedang_app::views;
use kedang_core::listing::{NewView, View};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::Api;
use crate::body::Body;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// A view to be saved.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CreateView {
    /// The name, one of a kind among one's own.
    #[schema(min_length = 1, max_length = 40)]
    name: String,
    /// Whether all may use it; for steward, gm and head.
    #[serde(default)]
    shared: bool,
    /// The question, a query of `GET /customers` without `cursor` and `limit`.
    #[serde(default)]
    query: String,
}

/// Saves a question under a name.
#[utoipa::path(post, path = "/views", tag = "views", request_body = CreateView, responses(
    (status = 201, description = "Saved", body = View),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 409, description = "Too many", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn create(
    State(api): State<Api>,
    Caller(call): Caller,
    Body(body): Body<CreateView>,
) -> Result<Response, Refusal> {
    let new = NewView {
        name: body.name,
        shared: body.shared,
        query: body.query,
    };
    let new = new.check()?;
    let view = api
        .app
        .write(&call, move |tx, scene| views::create(tx, scene, &new))
        .await?;
    Ok((StatusCode::CREATED, Json(view)).into_response())
}
