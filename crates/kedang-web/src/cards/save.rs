//! Saves a card: the next revision, or the form again with what does not hold.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kedang_app::AppError;
use kedang_app::cards::{self, Save};
use kedang_app::forms::{Finding, Pairs};
use kedang_core::{CardId, Kind, Problem};

use super::desk;
use super::edit::{Sheet, page};
use super::opened::opened;
use super::typed::{self, Beside, Typed, beside, pairs};
use crate::Web;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// What was refused, and why.
struct Again {
    card: CardId,
    pairs: Pairs,
    beside: Beside,
    findings: Vec<Finding>,
    problem: Option<Problem>,
}

/// Stores what was typed, and shows the card on the look on which it was.
pub(crate) async fn save(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    posted: Typed,
) -> Result<Response, Refusal> {
    let card = typed::card(&id)?;
    let mut pairs = pairs(posted);
    let beside = beside(&mut pairs);
    let ask = Save {
        card: card.clone(),
        version: beside.version.unwrap_or_default(),
        typed: cards::Typed::Pairs(pairs.clone()),
        how: beside.how.clone(),
        change: Some(beside.change.clone()),
    };
    let saved = web
        .app
        .write(&visit.call, move |tx, scene| cards::save(tx, scene, &ask))
        .await;
    let (findings, problem) = match saved {
        Ok(view) => {
            let to = desk::address(&view.card, beside.look);
            return Ok(Redirect::to(&to).into_response());
        }
        Err(AppError::Findings(refused)) => (refused.findings, None),
        Err(AppError::Problem(p)) if matches!(p.kind, Kind::Stale | Kind::Invalid) => {
            (Vec::new(), Some(p))
        }
        Err(other) => return Err(other.into()),
    };
    let again = Again {
        card,
        pairs,
        beside,
        findings,
        problem,
    };
    refused(&web, &visit, again).await
}

/// The form with what was typed; nothing is lost.
async fn refused(web: &Web, visit: &Visit, mut again: Again) -> Result<Response, Refusal> {
    let (frame, opened) = opened(web, visit, again.card, again.beside.look).await?;
    let draft = opened.view.form.read(&again.pairs);
    let stale = again
        .problem
        .as_ref()
        .is_some_and(|p| p.kind == Kind::Stale);
    // Told that somebody was faster, he may look at that and then save over it knowingly.
    if stale {
        again.beside.version = Some(opened.view.card.version);
    }
    let sheet = Sheet {
        opened: &opened,
        beside: &again.beside,
        pairs: &again.pairs,
        answers: &draft.answers,
        findings: &again.findings,
        problem: again.problem.as_ref(),
        unsaved: true,
    };
    let status = if stale {
        StatusCode::CONFLICT
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok((status, page(web, &frame, &sheet)).into_response())
}
