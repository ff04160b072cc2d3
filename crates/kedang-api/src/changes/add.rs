//! `POST /customers/{id}/changes`.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kedang_app::changes;
use kedang_core::change::{Change, NewChange};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::Api;
use crate::body::Body;
use crate::call::Caller;
use crate::customers::ids;
use crate::refusal::{ProblemDocument, Refusal};

/// An event that touches no field of the customer.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AddChange {
    /// `equity`, `litigation`, `suspension` or `other`; the others come with the field that changes.
    #[schema(pattern = "^(equity|litigation|suspension|other)$")]
    kind: String,
    /// Since when; it may lie ahead.
    #[schema(format = "date")]
    effective_on: String,
    /// 依据: a paper, a notice, a licence.
    #[schema(min_length = 1, max_length = 200)]
    proof: String,
    /// What happened.
    #[schema(min_length = 1, max_length = 2000)]
    note: String,
}

/// Records an event by itself: equity, litigation, a stop of production.
#[utoipa::path(post, path = "/customers/{id}/changes", tag = "changes", request_body = AddChange,
    params(("id" = String, Path, description = "The customer", format = "uuid")), responses(
    (status = 201, description = "Recorded", body = Change),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn add(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
    Body(body): Body<AddChange>,
) -> Result<Response, Refusal> {
    let id = ids::customer(&id)?;
    let new = NewChange {
        kind: body.kind,
        nature: String::new(),
        effective_on: body.effective_on,
        proof: body.proof,
        note: body.note,
    };
    let change = api
        .app
        .write(&call, move |tx, scene| {
            // Whether the customer is there comes first: a hidden one gives no other sign.
            changes::list(tx, scene, &id)?;
            let (kind, event) = new.check_free()?;
            changes::add(tx, scene, &id, kind, &event)
        })
        .await?;
    Ok((StatusCode::CREATED, Json(change)).into_response())
}
