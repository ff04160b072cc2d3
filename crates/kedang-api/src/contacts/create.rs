//! `POST /customers/{id}/contacts`.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kedang_app::contacts;
use kedang_core::contact::Contact;

use super::document::{self, ContactBody};
use crate::Api;
use crate::body::Body;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// Writes a dealing with a customer down.
#[utoipa::path(post, path = "/customers/{id}/contacts", tag = "contacts", request_body = ContactBody,
    params(("id" = String, Path, description = "The customer", format = "uuid")), responses(
    (status = 201, description = "Written down", body = Contact),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn create(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
    Body(body): Body<ContactBody>,
) -> Result<(StatusCode, Json<Contact>), Refusal> {
    let id = document::customer(&id)?;
    let checked = body.typed().check(&api.app.today())?;
    let contact = api
        .app
        .write(&call, move |tx, scene| {
            contacts::create(tx, scene, &id, &checked)
        })
        .await?;
    Ok((StatusCode::CREATED, Json(contact)))
}
