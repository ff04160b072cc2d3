//! 批量修改: the customers that were ticked change in the same way (T-29).

use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use kedang_app::customers::{self, Bulk, MOST};
use kedang_core::Problem;

use super::bulk_draft::BulkDraft;
use super::{bulk_form, bulk_told};
use crate::Web;
use crate::form::Posted;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Asks what is to be changed.
pub(crate) async fn blank(
    State(web): State<Web>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Html<String>, Refusal> {
    let pairs = serde_urlencoded::from_str(query.as_deref().unwrap_or(""));
    let draft = BulkDraft::read(pairs.unwrap_or_default());
    form(&web, &visit, &draft, None).await
}

/// Changes them, at most [`MOST`] in one transaction, and says what became of each.
pub(crate) async fn change(
    State(web): State<Web>,
    visit: Visit,
    Posted(pairs): Posted<Vec<(String, String)>>,
) -> Result<Response, Refusal> {
    let draft = BulkDraft::read(pairs);
    if let Err(problem) = draft.check() {
        let page = form(&web, &visit, &draft, Some(&problem)).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let mut results = Vec::new();
    for picks in draft.picks.chunks(MOST) {
        let ask = Bulk {
            picks: picks.to_vec(),
            fields: draft.fields(),
        };
        let work = move |tx: &mut kedang_app::Tx, scene: &kedang_app::Scene| {
            customers::bulk(tx, scene, &ask)
        };
        results.extend(web.app.write(&visit.call, work).await?);
    }
    let (frame, ()) = web.read(&visit, |_, _| Ok(())).await?;
    Ok(bulk_told::page(&web, &frame, &draft.back, &results).into_response())
}

async fn form(
    web: &Web,
    visit: &Visit,
    draft: &BulkDraft,
    problem: Option<&Problem>,
) -> Result<Html<String>, Refusal> {
    let picks = draft.picks.clone();
    let (frame, (chosen, choices)) = web
        .read(visit, move |tx, scene| {
            let chosen = customers::picked(tx, scene, &picks)?;
            if chosen.is_empty() {
                return Err(Problem::invalid("bulk.nobody").into());
            }
            Ok((chosen, customers::assignees(tx, scene)?))
        })
        .await?;
    Ok(bulk_form::page(
        web, &frame, draft, &chosen, &choices, problem,
    ))
}
