//! The form drawn again while it is being filled in: what a change opens, closes, adds or clears,
//! and the same on its other look.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{Html, IntoResponse, Response};
use serde::Deserialize;

use super::desk::Look;
use super::edit::{Sheet, drawn, page};
use super::opened::opened;
use super::screen::{Act, apply, redraw};
use super::typed::{self, Typed, beside, pairs};
use super::{origins, paper};
use crate::Web;
use crate::ask::Ask;
use crate::refusal::Refusal;
use crate::visit::Visit;

#[derive(Deserialize, Default)]
pub(crate) struct SheetAsk {
    from: Option<String>,
    clear: Option<String>,
    add: Option<String>,
    drop: Option<String>,
    look: Option<String>,
}

/// The places that change, for htmx; without it, or on the other look, the whole page. Nothing is
/// stored.
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
    let mut beside = beside(&mut pairs);
    if ask.look.is_some() {
        beside.look = Look::of(ask.look.as_deref());
    }
    let act = act(ask);
    apply(&act, &mut pairs);
    let (frame, opened) = opened(&web, &visit, id, beside.look).await?;
    let draft = opened.view.form.read(&pairs);
    let findings = opened.view.form.review(&draft, &opened.view.context);
    let sheet = Sheet {
        opened: &opened,
        beside: &beside,
        pairs: &pairs,
        answers: &draft.answers,
        findings: &findings,
        problem: None,
        unsaved: true,
    };
    if !headers.contains_key("hx-request") {
        return Ok(page(&web, &frame, &sheet).into_response());
    }
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let known = origins::origins(t, &web.app.zone, &opened.view.origins);
    let pieces = drawn(&sheet, chrome, t, &known, &|screen| match opened.look {
        Look::Screen => redraw(screen, &act),
        Look::Paper => paper::redraw(&web, &frame, &opened, screen, &act),
    });
    Ok(Html(pieces.into_string()).into_response())
}

fn act(ask: SheetAsk) -> Act {
    Act {
        from: ask.from,
        clear: ask.clear,
        add: ask.add,
        drop: ask.drop,
    }
}
