//! The form drawn again while it is being filled in: what a change opens, closes, adds or clears.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{Html, IntoResponse, Response};
use kedang_app::cards;
use kedang_core::Problem;
use serde::Deserialize;

use super::edit::{Sheet, drawn, page};
use super::origins;
use super::screen::{Act, apply, redraw};
use super::typed::{self, Typed, pairs, take};
use crate::Web;
use crate::ask::Ask;
use crate::changes::take_change;
use crate::refusal::Refusal;
use crate::visit::Visit;

#[derive(Deserialize, Default)]
pub(crate) struct SheetAsk {
    from: Option<String>,
    clear: Option<String>,
    add: Option<String>,
    drop: Option<String>,
}

/// The places that change, for htmx; without it the whole page. Nothing is stored.
pub(crate) async fn sheet(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Ask(ask): Ask<SheetAsk>,
    headers: HeaderMap,
    posted: Typed,
) -> Result<Response, Refusal> {
    let id = typed::card(&id)?;
    let mut pairs = pairs(posted);
    let version = take(&mut pairs, "!version").and_then(|v| v.parse().ok());
    let how = take(&mut pairs, "!how");
    let change = take_change(|name| take(&mut pairs, name));
    let SheetAsk {
        from,
        clear,
        add,
        drop,
    } = ask;
    let act = Act {
        from,
        clear,
        add,
        drop,
    };
    apply(&act, &mut pairs);
    let (frame, view) = web
        .read(&visit, move |tx, scene| cards::show(tx, scene, &id))
        .await?;
    if !view.may_edit {
        return Err(Problem::forbidden("customer.edit_forbidden").into());
    }
    let draft = view.form.read(&pairs);
    let findings = view.form.review(&draft, &view.context);
    let sheet = Sheet {
        version: version.unwrap_or(view.card.version),
        pairs: &pairs,
        answers: &draft.answers,
        findings: &findings,
        how: how.as_deref(),
        change: &change,
        problem: None,
        view: &view,
    };
    if !headers.contains_key("hx-request") {
        return Ok(page(&web, &frame, &sheet).into_response());
    }
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let known = origins::origins(t, &web.app.zone, &view.origins);
    let pieces = drawn(&sheet, chrome, t, &known, &|screen| redraw(screen, &act));
    Ok(Html(pieces.into_string()).into_response())
}
