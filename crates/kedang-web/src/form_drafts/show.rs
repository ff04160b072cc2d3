//! The page of a draft, and the fragment that a step replaces.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use kedang_app::form_drafts::{self, Typed};
use kedang_core::{Kind, Problem};
use maud::html;
use serde::Deserialize;

use super::desk::{Desk, designer};
use super::open::Open;
use crate::Web;
use crate::ask::Ask;
use crate::forms::{page, trail};
use crate::refusal::Refusal;
use crate::visit::Visit;

#[derive(Deserialize, Default)]
pub(crate) struct DraftAsk {
    #[serde(default)]
    open: String,
}

/// A step that was refused.
pub(super) struct Failed {
    /// What was typed, where it still makes sense.
    pub(super) typed: Option<Typed>,
    /// Why.
    pub(super) problem: Problem,
}

/// The designer.
pub(crate) async fn show(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Ask(ask): Ask<DraftAsk>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    drawn(
        &web,
        &visit,
        id,
        Open::read(&ask.open),
        None,
        is_fragment(&headers),
    )
    .await
}

/// Whether htmx asks for the two panes alone.
pub(super) fn is_fragment(headers: &HeaderMap) -> bool {
    headers.contains_key("hx-request")
}

/// Reads the draft and draws it.
pub(super) async fn drawn(
    web: &Web,
    visit: &Visit,
    id: String,
    open: Open,
    failed: Option<Failed>,
    fragment: bool,
) -> Result<Response, Refusal> {
    let (frame, (view, today)) = web
        .read(visit, move |tx, scene| {
            Ok((form_drafts::show(tx, scene, &id)?, scene.today()))
        })
        .await?;
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let problem = failed.as_ref().map(|failed| &failed.problem);
    let desk = Desk {
        chrome,
        t,
        view: &view,
        open,
        typed: failed.as_ref().and_then(|failed| failed.typed.as_ref()),
        problem,
        today,
    };
    let status = match problem.map(|problem| problem.kind) {
        None => StatusCode::OK,
        Some(Kind::Stale | Kind::Conflict) => StatusCode::CONFLICT,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let inside = designer(&desk);
    if fragment {
        return Ok(Html(inside.into_string()).into_response());
    }
    let title = desk.words().title.as_str();
    let count = t.with(
        "forms-draft_of",
        &[("n", i64::from(view.form.meta.version).into())],
    );
    let head = trail(
        t,
        None,
        title,
        &format!("{count} · {}", view.draft.form),
        &html! {},
    );
    let body = html! { (head) (inside) };
    Ok((status, page(web, &frame, title, &body)).into_response())
}
