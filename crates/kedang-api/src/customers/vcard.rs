//! `GET /customers/{id}/vcard`.

use axum::extract::{Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use kedang_app::customers::{self, TakeCard};
use kedang_core::{CustomerId, Problem};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::Api;
use crate::ask::Ask;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// Which vCard.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct VersionAsk {
    /// `3.0`, which is what comes without it, or `4.0`.
    #[param(pattern = "^(3\\.0|4\\.0)$")]
    version: Option<String>,
}

/// The customer as an electronic business card; an organization is followed by its persons.
#[utoipa::path(get, path = "/customers/{id}/vcard", tag = "customers", params(
    ("id" = String, Path, description = "The id", format = "uuid"), VersionAsk), responses(
    (status = 200, description = "The card", body = String, content_type = "text/vcard"),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not for this role, or not to leave", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 409, description = "Became one with another", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn vcard(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
    Ask(ask): Ask<VersionAsk>,
) -> Result<Response, Refusal> {
    let taken = api.app.write(&call, move |tx, scene| {
        let id = CustomerId::parse(&id).ok();
        let id = id.ok_or_else(|| Problem::not_found("customer.not_found"))?;
        let version = ask.version.clone();
        customers::vcard(
            tx,
            scene,
            &TakeCard {
                customer: id,
                version,
            },
        )
    });
    let text = taken.await?.text;
    Ok(([(CONTENT_TYPE, "text/vcard; charset=utf-8")], text).into_response())
}
