//! `GET /customers`.

use axum::Json;
use axum::extract::{RawQuery, State};
use kedang_app::customers::{self, ListCustomers};
use kedang_core::customer::Customer;
use kedang_core::listing::Question;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::Api;
use crate::ask::Ask;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// Which page; the other parameters are the question.
#[derive(Deserialize)]
pub(crate) struct PageAsk {
    cursor: Option<String>,
    #[serde(default = "limit")]
    limit: u32,
}

/// What may be asked; an empty parameter asks nothing. A parameter with several values may be repeated or hold them between commas.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(
    dead_code,
    reason = "describes the query; the parameters are read by name"
)]
pub(crate) struct QuestionAsk {
    /// `individual`, `organization`.
    kind: Option<String>,
    /// `proposed`, `potential`, `prospect`, `active`, `lost`.
    stage: Option<String>,
    /// `A` to `D`, `none`.
    grade: Option<String>,
    /// Ids, `me`, `none`.
    owner: Option<String>,
    /// Ids.
    department: Option<String>,
    /// As written, `none`.
    province: Option<String>,
    /// As written, `none`.
    city: Option<String>,
    /// As written, `none`.
    industry_code: Option<String>,
    /// Opened on this day or later, by the company's calendar.
    #[param(pattern = "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")]
    created_from: Option<String>,
    /// Opened on this day or before.
    #[param(pattern = "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")]
    created_to: Option<String>,
    /// Last changed on this day or later.
    #[param(pattern = "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")]
    updated_from: Option<String>,
    /// Last changed on this day or before.
    #[param(pattern = "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")]
    updated_to: Option<String>,
    /// `updated`, `name`, `code` or `created`; with `-` before it the greatest first. Without it
    /// those changed last come first.
    sort: Option<String>,
    /// The columns of a view or of a file, in order. JSON has all fields all the same.
    columns: Option<String>,
}

/// Which page.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(
    dead_code,
    reason = "describes the query; the parameters are read by name"
)]
pub(crate) struct PlaceAsk {
    /// `next_cursor` of the page before, asked with the same question.
    cursor: Option<String>,
    /// Rows at most.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<u32>,
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

/// The customers that the caller may see and asks for.
#[utoipa::path(get, path = "/customers", tag = "customers", params(QuestionAsk, PlaceAsk), responses(
    (status = 200, description = "One page", body = CustomerPage),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn list(
    State(api): State<Api>,
    Caller(call): Caller,
    RawQuery(query): RawQuery,
    Ask(page): Ask<PageAsk>,
) -> Result<Json<CustomerPage>, Refusal> {
    let pairs = form_urlencoded::parse(query.as_deref().unwrap_or("").as_bytes());
    let asked = Question::from_pairs(pairs.filter(|(key, _)| key != "cursor" && key != "limit"));
    let zone = api.app.zone.clone();
    let page = api
        .app
        .read(&call, move |tx, scene| {
            let ask = ListCustomers {
                question: asked?,
                zone,
                cursor: page.cursor,
                limit: page.limit,
            };
            customers::list(tx, scene, &ask)
        })
        .await?;
    Ok(Json(CustomerPage {
        items: page.items.into_iter().map(|row| row.customer).collect(),
        next_cursor: page.next,
    }))
}
