//! `DELETE /bin/{id}`.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::header::ETAG;
use axum::response::{IntoResponse, Response};
use kedang_app::recycling;
use kedang_core::customer::Customer;
use kedang_core::{CustomerId, Problem};

use crate::Api;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};
use crate::version::etag;

/// Takes a customer out of the recycle bin.
#[utoipa::path(delete, path = "/bin/{id}", tag = "bin",
    params(("id" = String, Path, description = "The customer", format = "uuid")), responses(
    (status = 200, description = "Restored", body = Customer,
        headers(("ETag" = String, description = "The version, quoted"))),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn restore(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let customer = api
        .app
        .write(&call, move |tx, scene| {
            let id = CustomerId::parse(&id).ok();
            let id = id.ok_or_else(|| Problem::not_found("customer.not_in_bin"))?;
            recycling::restore(tx, scene, &id)
        })
        .await?;
    Ok(([(ETAG, etag(customer.version))], Json(customer)).into_response())
}
