//! Saves a card: the next revision, or the form again with what does not hold.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kedang_app::AppError;
use kedang_app::cards::{self, Save};
use kedang_app::forms::{Finding, Pairs};
use kedang_core::change::NewChange;
use kedang_core::{CardId, Kind, Problem};

use super::edit::{Sheet, page};
use super::typed::{self, Typed, pairs, take};
use crate::Web;
use crate::changes::take_change;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// What was refused, and why.
struct Again {
    card: CardId,
    version: i64,
    pairs: Pairs,
    how: Option<String>,
    change: NewChange,
    findings: Vec<Finding>,
    problem: Option<Problem>,
}

/// Stores what was typed.
pub(crate) async fn save(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    posted: Typed,
) -> Result<Response, Refusal> {
    let card = typed::card(&id)?;
    let mut pairs = pairs(posted);
    let version = take(&mut pairs, "!version").and_then(|v| v.parse().ok());
    let version = version.unwrap_or_default();
    let how = take(&mut pairs, "!how");
    let change = take_change(|name| take(&mut pairs, name));
    let ask = Save {
        card: card.clone(),
        version,
        typed: cards::Typed::Pairs(pairs.clone()),
        how: how.clone(),
        change: Some(change.clone()),
    };
    let saved = web
        .app
        .write(&visit.call, move |tx, scene| cards::save(tx, scene, &ask))
        .await;
    let (findings, problem) = match saved {
        Ok(view) => return Ok(Redirect::to(&format!("/cards/{}", view.card.id)).into_response()),
        Err(AppError::Findings(refused)) => (refused.findings, None),
        Err(AppError::Problem(p)) if matches!(p.kind, Kind::Stale | Kind::Invalid) => {
            (Vec::new(), Some(p))
        }
        Err(other) => return Err(other.into()),
    };
    let again = Again {
        card,
        version,
        pairs,
        how,
        change,
        findings,
        problem,
    };
    refused(&web, &visit, again).await
}

/// The form with what was typed; nothing is lost.
async fn refused(web: &Web, visit: &Visit, again: Again) -> Result<Response, Refusal> {
    let card = again.card.clone();
    let (frame, view) = web
        .read(visit, move |tx, scene| cards::show(tx, scene, &card))
        .await?;
    let draft = view.form.read(&again.pairs);
    let stale = again
        .problem
        .as_ref()
        .is_some_and(|p| p.kind == Kind::Stale);
    let sheet = Sheet {
        view: &view,
        // Told that somebody was faster, he may look at that and then save over it knowingly.
        version: if stale {
            view.card.version
        } else {
            again.version
        },
        pairs: &again.pairs,
        answers: &draft.answers,
        findings: &again.findings,
        how: again.how.as_deref(),
        change: &again.change,
        problem: again.problem.as_ref(),
    };
    let status = if stale {
        StatusCode::CONFLICT
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok((status, page(web, &frame, &sheet)).into_response())
}
