//! `GET /customers/{id}/timeline`.

use axum::Json;
use axum::extract::{Path, State};
use kedang_app::contacts::{self, Event, ListContacts};
use kedang_core::Instant;
use serde::Serialize;
use utoipa::ToSchema;

use super::document;
use crate::Api;
use crate::ask::{Ask, PageAsk};
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// One thing that happened.
#[derive(Serialize, ToSchema)]
pub(crate) struct EventDocument {
    /// When; of a contact the beginning of its day.
    #[schema(value_type = String, format = "date-time")]
    at: Instant,
    /// `noun.verb`, or `contact`.
    action: String,
    /// `customer`, `card` or `contact`.
    object_type: String,
    /// Its id.
    #[schema(format = "uuid")]
    object_id: String,
    /// Who did it.
    actor: String,
    /// Key of the card's form.
    form: Option<String>,
}

impl EventDocument {
    pub(crate) fn of(event: Event) -> Self {
        Self {
            at: event.at,
            action: event.action,
            object_type: event.object_type,
            object_id: event.object_id,
            actor: event.actor,
            form: event.form,
        }
    }
}

/// One page of the timeline.
#[derive(Serialize, ToSchema)]
pub(crate) struct TimelinePage {
    items: Vec<EventDocument>,
    /// Where the next page begins; null on the last.
    #[schema(required)]
    next_cursor: Option<String>,
}

/// Everything that happened with a customer, newest first; never what an answer says.
#[utoipa::path(get, path = "/customers/{id}/timeline", tag = "contacts",
    params(("id" = String, Path, description = "The customer", format = "uuid"), PageAsk), responses(
    (status = 200, description = "One page", body = TimelinePage),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn timeline(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
    Ask(ask): Ask<PageAsk>,
) -> Result<Json<TimelinePage>, Refusal> {
    let ask = ListContacts {
        customer: document::customer(&id)?,
        cursor: ask.cursor,
        limit: ask.limit,
    };
    let found = api
        .app
        .read(&call, move |tx, scene| contacts::timeline(tx, scene, &ask))
        .await?;
    let items = found.page.items.into_iter().map(EventDocument::of);
    Ok(Json(TimelinePage {
        items: items.collect(),
        next_cursor: found.page.next,
    }))
}
