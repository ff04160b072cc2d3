//! `GET /duplicates`.

use axum::Json;
use axum::extract::State;
use kedang_app::duplicates::{self, Doubt};
use kedang_core::Instant;
use kedang_core::customer::Customer;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// Two customers that may be the same.
#[derive(Serialize, ToSchema)]
pub(crate) struct DoubtDocument {
    /// The id of the entry.
    #[schema(format = "uuid")]
    id: String,
    /// The one that came later.
    customer: Customer,
    /// The one that was there.
    other: Customer,
    /// `uscc`, `phone`, `name`, `former_name`.
    reasons: Vec<String>,
    /// When it was found.
    #[schema(value_type = String, format = "date-time")]
    found_at: Instant,
}

impl From<Doubt> for DoubtDocument {
    fn from(one: Doubt) -> Self {
        Self {
            id: one.id,
            customer: one.customer,
            other: one.other,
            reasons: one.reasons,
            found_at: one.at,
        }
    }
}

/// The open pairs.
#[derive(Serialize, ToSchema)]
pub(crate) struct Doubts {
    /// Oldest first; at most 50.
    items: Vec<DoubtDocument>,
}

/// Customers that may be the same, for those who may merge both.
#[utoipa::path(get, path = "/duplicates", tag = "duplicates", responses(
    (status = 200, description = "The open pairs", body = Doubts),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn list(
    State(api): State<Api>,
    Caller(call): Caller,
) -> Result<Json<Doubts>, Refusal> {
    let items = api.app.read(&call, duplicates::list).await?;
    Ok(Json(Doubts {
        items: items.into_iter().map(Into::into).collect(),
    }))
}
