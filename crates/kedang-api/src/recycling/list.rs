//! `GET /bin`.

use axum::Json;
use axum::extract::State;
use kedang_app::recycling::{self, InBin};
use kedang_core::Instant;
use kedang_core::customer::{Customer, Named};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// A customer in the recycle bin.
#[derive(Serialize, ToSchema)]
pub(crate) struct BinDocument {
    /// As it was.
    customer: Customer,
    /// When it was deleted.
    #[schema(value_type = String, format = "date-time")]
    deleted_at: Instant,
    /// By whom.
    deleted_by: Named,
    /// Why.
    reason: String,
    /// Days left.
    #[schema(minimum = 0, maximum = 30)]
    days_left: i64,
}

impl From<InBin> for BinDocument {
    fn from(one: InBin) -> Self {
        Self {
            customer: one.customer,
            deleted_at: one.at,
            deleted_by: one.by,
            reason: one.reason,
            days_left: one.days_left,
        }
    }
}

/// The recycle bin.
#[derive(Serialize, ToSchema)]
pub(crate) struct Bin {
    /// Deleted last first; at most 100.
    items: Vec<BinDocument>,
}

/// The deleted customers that the caller may restore.
#[utoipa::path(get, path = "/bin", tag = "bin", responses(
    (status = 200, description = "The deleted customers", body = Bin),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not allowed", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn list(
    State(api): State<Api>,
    Caller(call): Caller,
) -> Result<Json<Bin>, Refusal> {
    let items = api.app.read(&call, recycling::list).await?;
    Ok(Json(Bin {
        items: items.into_iter().map(Into::into).collect(),
    }))
}
