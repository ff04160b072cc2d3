//! `GET /customers/analysis`.

use axum::Json;
use axum::extract::{RawQuery, State};
use kedang_app::customers::{self, Month, Tally};
use kedang_core::listing::{Choice, Question};
use serde::Serialize;
use utoipa::ToSchema;

use super::list::QuestionAsk;
use crate::Api;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// The customers of a list as figures.
#[derive(Serialize, ToSchema)]
pub(crate) struct AnalysisDocument {
    /// How many there are.
    total: i64,
    /// By field; by owner and department only for those who see more than their own.
    tallies: Vec<TallyDocument>,
    /// Opened in each of the last twelve months, the oldest first; empty where the question asks
    /// for days of opening itself.
    months: Vec<MonthDocument>,
}

/// The customers by the values of a field.
#[derive(Serialize, ToSchema)]
pub(crate) struct TallyDocument {
    /// The parameter of the list that asks for a value.
    field: &'static str,
    /// The commonest first, at most twelve.
    groups: Vec<GroupDocument>,
    /// How many have other values.
    rest: i64,
}

/// The customers with one value.
#[derive(Serialize, ToSchema)]
pub(crate) struct GroupDocument {
    /// As the list is asked for it; `none` is not answered.
    value: String,
    count: i64,
}

/// The customers opened in a month.
#[derive(Serialize, ToSchema)]
pub(crate) struct MonthDocument {
    /// `2026-11`.
    month: String,
    count: i64,
}

/// Counts the customers that the caller may see and asks for by what they have in common. `sort`
/// and `columns` change nothing here.
#[utoipa::path(get, path = "/customers/analysis", tag = "customers", params(QuestionAsk), responses(
    (status = 200, description = "The figures", body = AnalysisDocument),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn analysis(
    State(api): State<Api>,
    Caller(call): Caller,
    RawQuery(query): RawQuery,
) -> Result<Json<AnalysisDocument>, Refusal> {
    let pairs = form_urlencoded::parse(query.as_deref().unwrap_or("").as_bytes());
    let asked = Question::from_pairs(pairs);
    let zone = api.app.zone.clone();
    let found = api
        .app
        .report(&call, move |tx, scene| {
            customers::analysis(tx, scene, &asked?, &zone)
        })
        .await?;
    Ok(Json(AnalysisDocument {
        total: found.total,
        tallies: found.tallies.into_iter().map(tally).collect(),
        months: found.months.into_iter().map(month).collect(),
    }))
}

fn tally(tally: Tally) -> TallyDocument {
    let group = |(choice, count): (Choice, i64)| GroupDocument {
        value: choice.key().to_owned(),
        count,
    };
    TallyDocument {
        field: tally.field.key(),
        groups: tally.groups.into_iter().map(group).collect(),
        rest: tally.rest,
    }
}

fn month(month: Month) -> MonthDocument {
    MonthDocument {
        month: month.from.strftime("%Y-%m").to_string(),
        count: month.count,
    }
}
