//! `GET /cards/{id}/rows/{repeat}`.

use axum::Json;
use axum::extract::{Path, State};
use kedang_app::cards::{self, ListRows};
use kedang_words::Tongue;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::document::{AlertDocument, alerts};
use super::ids;
use super::row_document::{RowDocument, row};
use crate::Api;
use crate::ask::Ask;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};
use crate::speaks::Speaks;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RowsAsk {
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

/// One page of rows.
#[derive(Serialize, ToSchema)]
pub(crate) struct RowPage {
    items: Vec<RowDocument>,
    /// Where the next page begins; null on the last.
    #[schema(required)]
    next_cursor: Option<String>,
    /// What must be seen on every entry.
    alerts: Vec<AlertDocument>,
}

/// The rows of a repeat that is continued row by row, newest first.
#[utoipa::path(get, path = "/cards/{id}/rows/{repeat}", tag = "cards",
    params(("id" = String, Path, description = "The card", format = "uuid"),
        ("repeat" = String, Path, description = "The key of the repeat"), RowsAsk), responses(
    (status = 200, description = "One page", body = RowPage),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "Does not hold", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn rows(
    State(api): State<Api>,
    Caller(call): Caller,
    Speaks(lang): Speaks,
    Path((id, repeat)): Path<(String, String)>,
    Ask(ask): Ask<RowsAsk>,
) -> Result<Json<RowPage>, Refusal> {
    let ask = ListRows {
        card: ids::card(&id)?,
        repeat,
        cursor: ask.cursor,
        limit: ask.limit,
    };
    let found = api
        .app
        .read(&call, move |tx, scene| cards::rows(tx, scene, &ask))
        .await?;
    let (form, tongue) = (found.form, Tongue::new(&api.words, lang));
    let items = found.page.items.into_iter();
    Ok(Json(RowPage {
        items: items.map(|view| row(&form, view, tongue)).collect(),
        next_cursor: found.page.next,
        alerts: alerts(&found.alerts, lang),
    }))
}
