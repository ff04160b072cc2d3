//! `PUT /contacts/{id}`.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::header::ETAG;
use axum::response::{IntoResponse, Response};
use kedang_app::contacts::{self, EditContact};
use kedang_core::contact::Contact;

use super::document::{self, ContactBody};
use crate::Api;
use crate::body::Body;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};
use crate::version::{Version, etag};

/// Corrects an entry; before and after stand in the audit.
#[utoipa::path(put, path = "/contacts/{id}", tag = "contacts", request_body = ContactBody,
    params(("id" = String, Path, description = "The entry", format = "uuid"),
        ("If-Match" = String, Header, description = "The version that was read, quoted")), responses(
    (status = 200, description = "Corrected", body = Contact,
        headers(("ETag" = String, description = "The version, quoted"))),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 412, description = "Somebody was faster", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn edit(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
    Version(version): Version,
    Body(body): Body<ContactBody>,
) -> Result<Response, Refusal> {
    let ask = EditContact {
        id: document::contact(&id)?,
        version,
        checked: body.typed().check(&api.app.today())?,
    };
    let contact = api
        .app
        .write(&call, move |tx, scene| contacts::edit(tx, scene, &ask))
        .await?;
    Ok(([(ETAG, etag(contact.version))], Json(contact)).into_response())
}
