//! A customer is moved to another stage, from the board.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use kedang_app::customers::{self, Card, Edit};
use kedang_app::{AppError, access};
use kedang_core::customer::{Customer, Stage};
use kedang_core::{CustomerId, Kind, Problem};
use kedang_words::Tongue;
use maud::{Markup, html};
use serde::Deserialize;

use super::address::{BOARD, at};
use super::board_card::Drawn;
use super::typed;
use crate::Web;
use crate::ask::Ask;
use crate::components::{
    Btn, ChipsView, Choice, FieldView, Fit, HeadView, Span, Tone, banner, btn, btn_link, chips,
    field, form_foot, page_head, part,
};
use crate::form::{Posted, Refused, sentence};
use crate::frame::Frame;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// A move, as it came.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Move {
    /// The version on which it was read.
    #[serde(default)]
    version: i64,
    /// Where to, a key of [`Stage`].
    #[serde(default)]
    stage: String,
    /// Why.
    #[serde(default)]
    stage_reason: String,
    /// The question of the board from which it was moved.
    #[serde(default)]
    back: String,
}

/// The page that asks where to and why, for those without script.
pub(crate) async fn ask(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Ask(mut asked): Ask<Move>,
) -> Result<Html<String>, Refusal> {
    let (frame, customer) = read(&web, &visit, typed::customer(&id)?).await?;
    asked.version = customer.version;
    Ok(page(&web, &frame, &customer, &asked, None))
}

/// Moves it. A script is answered with the card as it stands now, or with the sentence that says
/// why not; everybody else with the board, or the page that asks again.
pub(crate) async fn change(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    headers: HeaderMap,
    Posted(mut posted): Posted<Move>,
) -> Result<Response, Refusal> {
    let id = typed::customer(&id)?;
    let script = headers.contains_key("hx-request");
    let ask = Edit {
        id: id.clone(),
        version: posted.version,
        fields: vec![
            ("stage".to_owned(), Some(posted.stage.clone())),
            ("stage_reason".to_owned(), Some(posted.stage_reason.clone())),
        ],
        types: None,
        co_owners: None,
        change: None,
    };
    let moved = web
        .app
        .write(&visit.call, move |tx, scene| {
            let customer = customers::edit(tx, scene, &ask)?;
            customers::card(tx, scene, customer)
        })
        .await;
    match moved {
        Ok(card) if script => drawn(&web, &visit, card, posted.back).await,
        Ok(_) => Ok(Redirect::to(&at(BOARD, &posted.back)).into_response()),
        Err(AppError::Problem(problem)) if script => said(&web, &visit, &problem).await,
        Err(AppError::Problem(problem)) if matches!(problem.kind, Kind::Stale | Kind::Invalid) => {
            let (frame, customer) = read(&web, &visit, id).await?;
            let stale = problem.kind == Kind::Stale;
            if stale {
                // He has been told, and sees where it stands now.
                posted.version = customer.version;
            }
            let status = match stale {
                true => StatusCode::CONFLICT,
                false => StatusCode::UNPROCESSABLE_ENTITY,
            };
            let body = page(&web, &frame, &customer, &posted, Some(&problem));
            Ok((status, body).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

async fn read(web: &Web, visit: &Visit, id: CustomerId) -> Result<(Frame, Customer), Refusal> {
    web.read(visit, move |tx, scene| {
        let customer = customers::show(tx, scene, &id)?;
        match access::may_edit(tx, scene, &customer)? {
            true => Ok(customer),
            false => Err(Problem::forbidden("customer.edit_forbidden").into()),
        }
    })
    .await
}

/// The card, for the script that puts it where it belongs.
async fn drawn(web: &Web, visit: &Visit, card: Card, back: String) -> Result<Response, Refusal> {
    let (frame, today) = web.read(visit, |_, scene| Ok(scene.today())).await?;
    let drawn = Drawn::new(frame.tongue(web), frame.chrome(web), back, today);
    Ok(Html(drawn.card(&card).into_string()).into_response())
}

/// Why it was not moved, for the script that puts the card back.
async fn said(web: &Web, visit: &Visit, problem: &Problem) -> Result<Response, Refusal> {
    let (frame, ()) = web.read(visit, |_, _| Ok(())).await?;
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let wrong = match problem.fields.first() {
        Some(wrong) => sentence(t, wrong.code, &wrong.args),
        None => sentence(t, problem.code, &problem.args),
    };
    let back = t.with("board-put_back", &[("why", wrong.as_str().into())]);
    let body = banner(&chrome, Tone::Bad, "", &html! { (back) });
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    Ok((status, Html(body.into_string())).into_response())
}

fn page(
    web: &Web,
    frame: &Frame,
    customer: &Customer,
    asked: &Move,
    problem: Option<&Problem>,
) -> Html<String> {
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let (title, crumbs) = (t.say("board-stage_title"), t.say("shell-crumbs"));
    let (cancel, go) = (t.say("shell-cancel"), t.say("board-why_go"));
    let (board, address) = (t.say("board-title"), format!("/customers/{}", customer.id));
    let back = at(BOARD, &asked.back);
    let head = HeadView {
        crumbs: &[(&back, &board), (&address, &customer.name)],
        crumbs_label: &crumbs,
        title: &title,
        ..HeadView::default()
    };
    let body = html! {
        (page_head(&head, &html! {}))
        div class="stack" {
            @if let Some(problem) = problem {
                (banner(&chrome, Tone::Bad, "", &html! {
                    (sentence(t, problem.code, &problem.args))
                    @if problem.kind == Kind::Stale { " " (t.say("board-stale")) }
                }))
            }
            form method="post" action={ (address) "/stage" } class="sheet form" {
                input type="hidden" name="version" value=(asked.version);
                input type="hidden" name="back" value=(asked.back);
                (fields(t, customer, asked, problem))
                (form_foot(&html! {
                    (btn_link(&chrome, &Btn::new(&cancel).quiet(), &back))
                    (btn(&chrome, &Btn::new(&go).go()))
                }))
            }
        }
    };
    frame.page_of(web, customer, (&title, Fit::Form), &body)
}

/// Where to and why; what does not hold is said at its field.
fn fields(t: Tongue, customer: &Customer, asked: &Move, problem: Option<&Problem>) -> Markup {
    let refused = Refused::new(problem, t);
    let words = Stage::ALL.map(|stage| t.say(&format!("stage-{}", stage.key())));
    let stages: Vec<_> = Stage::ALL
        .iter()
        .zip(&words)
        .map(|(stage, label)| Choice {
            value: stage.key(),
            label,
            on: stage.key() == asked.stage,
        })
        .collect();
    let (legend, label) = (
        t.say("customers-stage"),
        t.say("customer_edit-stage_reason"),
    );
    let (help, sample) = (
        t.say("customer_edit-stage_reason_help"),
        t.say("board-why_sample"),
    );
    let now = t.say(&format!("stage-{}", customer.stage));
    let now = t.with("board-now", &[("stage", now.as_ref().into())]);
    let both = html! {
        (chips(&ChipsView {
            name: "stage",
            legend: &legend,
            many: false,
            choices: &stages,
            must: true,
            help: Some(&now),
            err: refused.of("stage").as_deref(),
            span: Span::Full,
        }))
        (field(&FieldView {
            name: "stage_reason",
            label: &label,
            value: &asked.stage_reason,
            help: Some(&help),
            placeholder: Some(&sample),
            err: refused.of("stage_reason").as_deref(),
            max_len: Some(200),
            span: Span::Full,
            ..FieldView::default()
        }))
    };
    part(&customer.name, &customer.code, &both)
}
