//! `GET /customers/{id}/persons`.

use axum::Json;
use axum::extract::{Path, State};
use kedang_app::customers;
use kedang_core::person::PersonInDossier;
use kedang_core::{CustomerId, Problem};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// The persons of a customer.
#[derive(Serialize, ToSchema)]
pub(crate) struct Persons {
    /// Decision-makers by rank first; at most 500.
    items: Vec<PersonInDossier>,
}

/// The persons around a customer: decision-makers, family, contacts.
#[utoipa::path(get, path = "/customers/{id}/persons", tag = "customers",
    params(("id" = String, Path, description = "The id", format = "uuid")), responses(
    (status = 200, description = "The persons", body = Persons),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn persons(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
) -> Result<Json<Persons>, Refusal> {
    let items = api
        .app
        .read(&call, move |tx, scene| {
            let id = CustomerId::parse(&id).ok();
            let id = id.ok_or_else(|| Problem::not_found("customer.not_found"))?;
            customers::persons(tx, scene, &id)
        })
        .await?;
    Ok(Json(Persons { items }))
}
