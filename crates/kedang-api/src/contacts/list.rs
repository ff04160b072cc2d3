//! `GET /customers/{id}/contacts`.

use axum::Json;
use axum::extract::{Path, State};
use kedang_app::contacts::{self, ListContacts};
use kedang_core::contact::Contact;
use serde::Serialize;
use utoipa::ToSchema;

use super::document;
use crate::Api;
use crate::ask::{Ask, PageAsk};
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// One page of the log.
#[derive(Serialize, ToSchema)]
pub(crate) struct ContactPage {
    items: Vec<Contact>,
    /// Where the next page begins; null on the last.
    #[schema(required)]
    next_cursor: Option<String>,
}

/// The contact log of a customer, newest first.
#[utoipa::path(get, path = "/customers/{id}/contacts", tag = "contacts",
    params(("id" = String, Path, description = "The customer", format = "uuid"), PageAsk), responses(
    (status = 200, description = "One page", body = ContactPage),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn list(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
    Ask(ask): Ask<PageAsk>,
) -> Result<Json<ContactPage>, Refusal> {
    let ask = ListContacts {
        customer: document::customer(&id)?,
        cursor: ask.cursor,
        limit: ask.limit,
    };
    let found = api
        .app
        .read(&call, move |tx, scene| contacts::list(tx, scene, &ask))
        .await?;
    Ok(Json(ContactPage {
        items: found.page.items,
        next_cursor: found.page.next,
    }))
}
