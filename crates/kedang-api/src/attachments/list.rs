//! `GET /customers/{id}/attachments`.

use axum::Json;
use axum::extract::{Path, State};
use kedang_app::attachments::{self, ListAttachments};
use kedang_core::attachment::Attachment;
use serde::Serialize;
use utoipa::ToSchema;

use super::ids;
use crate::Api;
use crate::ask::{Ask, PageAsk};
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// One page of attachments.
#[derive(Serialize, ToSchema)]
pub(crate) struct AttachmentPage {
    items: Vec<Attachment>,
    /// Where the next page begins; null on the last.
    #[schema(required)]
    next_cursor: Option<String>,
    /// How many more there are in the dossier that only those see who may edit it.
    hidden: i64,
}

/// The attachments of a customer, newest first.
#[utoipa::path(get, path = "/customers/{id}/attachments", tag = "attachments",
    params(("id" = String, Path, description = "The customer", format = "uuid"), PageAsk), responses(
    (status = 200, description = "One page", body = AttachmentPage),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn list(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
    Ask(ask): Ask<PageAsk>,
) -> Result<Json<AttachmentPage>, Refusal> {
    let ask = ListAttachments {
        customer: ids::customer(&id)?,
        cursor: ask.cursor,
        limit: ask.limit,
    };
    let found = api
        .app
        .read(&call, move |tx, scene| attachments::list(tx, scene, &ask))
        .await?;
    Ok(Json(AttachmentPage {
        items: found.page.items,
        next_cursor: found.page.next,
        hidden: found.hidden,
    }))
}
