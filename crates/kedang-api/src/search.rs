//! `GET /search`.

use axum::Json;
use axum::extract::State;
use kedang_app::customers::{self, Found, SearchCustomers};
use kedang_core::customer::Customer;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::Api;
use crate::ask::Ask;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct SearchAsk {
    /// As typed: a name, pinyin, a telephone number, a code.
    q: String,
    /// Rows at most.
    #[serde(default = "limit")]
    #[param(minimum = 1, maximum = 200, default = 20)]
    limit: u32,
}

fn limit() -> u32 {
    20
}

/// A customer with what matched.
#[derive(Serialize, ToSchema)]
pub(crate) struct FoundCustomer {
    #[serde(flatten)]
    customer: Customer,
    /// The text that matched.
    matched: String,
}

/// The customers found, best first.
#[derive(Serialize, ToSchema)]
pub(crate) struct SearchAnswer {
    items: Vec<FoundCustomer>,
    /// True when there were more candidates than were looked at.
    capped: bool,
}

/// Finds customers among those that the caller may see.
#[utoipa::path(get, path = "/search", tag = "search", params(SearchAsk), responses(
    (status = 200, description = "Best first", body = SearchAnswer),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn search(
    State(api): State<Api>,
    Caller(call): Caller,
    Ask(ask): Ask<SearchAsk>,
) -> Result<Json<SearchAnswer>, Refusal> {
    let ask = SearchCustomers {
        q: ask.q,
        limit: ask.limit,
    };
    let found = api
        .app
        .read(&call, move |tx, scene| customers::search(tx, scene, &ask))
        .await?;
    let item = |f: Found| FoundCustomer {
        customer: f.customer,
        matched: f.matched,
    };
    let items = found.items.into_iter().map(item).collect();
    Ok(Json(SearchAnswer {
        items,
        capped: found.capped,
    }))
}
