//! `GET /customers`.

use axum::Json;
use axum::extract::State;
use kedang_app::customers::{self, ListCustomers};
use kedang_core::customer::Customer;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::Api;
use crate::ask::Ask;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListAsk {
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// Rows at most.
    #[serde(default = "limit")]
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: u32,
}

fn limit() -> u32 {
    50
}

/// One page.
#[derive(Serialize, ToSchema)]
pub(crate) struct CustomerPage {
    items: Vec<Customer>,
    /// Where the next page begins; null on the last.
    #[schema(required)]
    next_cursor: Option<String>,
}

/// The customers that the caller may see, changed last first.
#[utoipa::path(get, path = "/customers", tag = "customers", params(ListAsk), responses(
    (status = 200, description = "One page", body = CustomerPage),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn list(
    State(api): State<Api>,
    Caller(call): Caller,
    Ask(ask): Ask<ListAsk>,
) -> Result<Json<CustomerPage>, Refusal> {
    let ask = ListCustomers {
        cursor: ask.cursor,
        limit: ask.limit,
    };
    let page = api
        .app
        .read(&call, move |tx, scene| customers::list(tx, scene, &ask))
        .await?;
    Ok(Json(CustomerPage {
        items: page.items,
        next_cursor: page.next,
    }))
}
