//! `DELETE /customers/{id}`.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use kedang_app::recycling;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::Api;
use crate::ask::Ask;
use crate::call::Caller;
use crate::customers::ids;
use crate::refusal::{ProblemDocument, Refusal};

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct DeleteAsk {
    /// Why it is deleted.
    #[serde(default)]
    #[param(required, min_length = 1, max_length = 200)]
    reason: String,
}

/// Puts a customer into the recycle bin; its code stays reserved.
#[utoipa::path(delete, path = "/customers/{id}", tag = "customers",
    params(("id" = String, Path, description = "The id", format = "uuid"), DeleteAsk), responses(
    (status = 204, description = "In the bin"),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Without a reason", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn delete(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
    Ask(ask): Ask<DeleteAsk>,
) -> Result<StatusCode, Refusal> {
    let id = ids::customer(&id)?;
    api.app
        .write(&call, move |tx, scene| {
            recycling::delete(tx, scene, &id, &ask.reason)
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
