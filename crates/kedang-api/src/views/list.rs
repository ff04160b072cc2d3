//! `GET /views`.

use axum::Json;
use axum::extract::State;
use kedang_app::views;
use kedang_core::listing::View;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// The views of the caller.
#[derive(Serialize, ToSchema)]
pub(crate) struct Views {
    /// His own first, then the shared ones of others.
    items: Vec<View>,
}

/// The saved views that the caller may use: his own and the shared ones.
#[utoipa::path(get, path = "/views", tag = "views", responses(
    (status = 200, description = "The views", body = Views),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn list(
    State(api): State<Api>,
    Caller(call): Caller,
) -> Result<Json<Views>, Refusal> {
    let items = api.app.read(&call, views::list).await?;
    Ok(Json(Views { items }))
}
