//! `GET /customers/{id}`.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::header::ETAG;
use axum::response::{IntoResponse, Response};
use kedang_app::customers;
use kedang_core::customer::Customer;
use kedang_core::{CustomerId, Problem};

use crate::Api;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// One customer.
#[utoipa::path(get, path = "/customers/{id}", tag = "customers",
    params(("id" = String, Path, description = "The id", format = "uuid")), responses(
    (status = 200, description = "The customer", body = Customer,
        headers(("ETag" = String, description = "The version, quoted"))),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn show(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let customer = api
        .app
        .read(&call, move |tx, scene| {
            // What is no id is not there: an address that was mistyped gets the same answer.
            let id = CustomerId::parse(&id);
            let id = id
                .ok()
                .ok_or_else(|| Problem::not_found("customer.not_found"))?;
            customers::show(tx, scene, &id)
        })
        .await?;
    let etag = format!("\"{}\"", customer.version);
    Ok(([(ETAG, etag)], Json(customer)).into_response())
}
