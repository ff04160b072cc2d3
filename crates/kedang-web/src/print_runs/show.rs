//! The page of a run: how far it is, and its pages when it is through.

use axum::Json;
use axum::extract::{Path, State};
use axum::response::{Html, Redirect};
use kedang_app::paper::{RunState, RunView};
use kedang_words::Tongue;
use maud::{Markup, html};
use serde::Serialize;

use super::over::over;
use crate::Web;
use crate::components::{Btn, Chrome, Fit, HeadView, Icon, Secrecy, btn, page_head, sheet};
use crate::frame::View;
use crate::refusal::Refusal;
use crate::rooms::Place;
use crate::visit::Visit;

/// How far it is, for the island that waits.
#[derive(Debug, Serialize)]
pub(crate) struct Progress {
    through: usize,
    total: usize,
    over: bool,
}

/// The page.
pub(crate) async fn show(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    let run = web.app.run(&visit.call, &id).await?;
    let (frame, ()) = web.read(&visit, |_, _| Ok(())).await?;
    let (t, chrome) = (frame.tongue(&web), frame.chrome(&web));
    let (title, crumbs, list) = (
        t.say("print_run-title"),
        t.say("shell-crumbs"),
        t.say("customers-title"),
    );
    let head = HeadView {
        crumbs: &[("/customers", &list)],
        crumbs_label: &crumbs,
        title: &title,
        count: &run.title,
        ..HeadView::default()
    };
    let body = html! {
        (page_head(&head, &html! {}))
        @match &run.state {
            RunState::Running => (waiting(&chrome, t, &run)),
            ended => (over(&chrome, t, &run, ended)),
        }
    };
    let edge = t.say("customers-edge");
    let view = View {
        title: &title,
        place: Place::Customers,
        secrecy: Secrecy::Inner,
        edge: &edge,
        fit: Fit::Form,
    };
    Ok(frame.page(&web, &view, &body))
}

/// Cards that are through, of all.
pub(crate) async fn progress(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Json<Progress>, Refusal> {
    let run = web.app.run(&visit.call, &id).await?;
    Ok(Json(Progress {
        through: run.through,
        total: run.total,
        over: !matches!(run.state, RunState::Running),
    }))
}

/// Stops it: nothing is handed out.
pub(crate) async fn stop(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Redirect, Refusal> {
    web.app.stop_run(&visit.call, &id).await?;
    Ok(Redirect::to(&format!("/print-runs/{id}")))
}

fn waiting(chrome: &Chrome, t: Tongue, run: &RunView) -> Markup {
    let (said, stop) = (t.say("print_run-under_way"), t.say("print_run-stop"));
    let at = format!("/print-runs/{}", run.id);
    let body = html! {
        div class="stack" data-island="progress" data-from={ (at) "/progress" } {
            p role="status" {
                (said) " " span class="num" data-through { (run.through) } " / " (run.total)
            }
            progress max=(run.total.max(1)) value=(run.through) aria-label=(said) {}
            noscript { (t.say("imports-reload")) }
            form method="post" action={ (at) "/stop" } {
                (btn(chrome, &Btn::new(&stop).icon(Icon::X)))
            }
        }
    };
    sheet(&said, &html! {}, &body)
}
