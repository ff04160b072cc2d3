//! Signs a card (D01-11).

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::civil::Date;
use kedang_app::AppError;
use kedang_app::cards::{self, CardView, Sign};
use kedang_app::forms::{Context, Finding, Pairs, Widget};
use kedang_core::{Kind, Problem};
use maud::{Markup, html};
use std::collections::BTreeMap;

use super::pad::{Pad, SignForm, page, strokes};
use super::screen::{self, Screen};
use super::{desk, typed};
use crate::Web;
use crate::form::Posted;
use crate::frame::Frame;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// The pad for one place of the card.
pub(crate) async fn pad(
    State(web): State<Web>,
    visit: Visit,
    Path((id, field)): Path<(String, String)>,
) -> Result<Html<String>, Refusal> {
    let (frame, view, today) = opened(&web, &visit, &id).await?;
    let name = view.customer.name.clone();
    let asked = Asked {
        field: &field,
        signer: &name,
        refused: (None, None),
    };
    drawn(&web, &frame, &view, today, &asked)
}

/// Stores the signature, or shows the pad again.
pub(crate) async fn sign(
    State(web): State<Web>,
    visit: Visit,
    Path((id, field)): Path<(String, String)>,
    Posted(typed): Posted<SignForm>,
) -> Result<Response, Refusal> {
    let ask = Sign {
        card: typed::card(&id)?,
        revision: typed.revision.parse().unwrap_or_default(),
        field: field.clone(),
        signer: (!typed.signer.is_empty()).then(|| typed.signer.clone()),
        staff: None,
        strokes: strokes(&typed.strokes),
    };
    let signed = web
        .app
        .write(&visit.call, move |tx, scene| cards::sign(tx, scene, &ask))
        .await;
    let refused = match signed {
        Ok(view) => return Ok(Redirect::to(&format!("/cards/{}", view.card.id)).into_response()),
        Err(AppError::Findings(refused)) => (None, refused.findings.into_iter().next()),
        Err(AppError::Problem(p)) if is_told(&p) => (Some(p), None),
        Err(other) => return Err(other.into()),
    };
    let (frame, view, today) = opened(&web, &visit, &id).await?;
    let asked = Asked {
        field: &field,
        signer: &typed.signer,
        refused,
    };
    let page = drawn(&web, &frame, &view, today, &asked)?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Whether the refusal is said on the pad.
pub(super) fn is_told(problem: &Problem) -> bool {
    matches!(problem.kind, Kind::Invalid | Kind::Stale | Kind::Conflict)
}

/// The place, the name written, and what was wrong with it.
struct Asked<'a> {
    field: &'a str,
    signer: &'a str,
    refused: (Option<Problem>, Option<Finding>),
}

async fn opened(web: &Web, visit: &Visit, id: &str) -> Result<(Frame, CardView, Date), Refusal> {
    let id = typed::card(id)?;
    let (frame, (view, today)) = web
        .read(visit, move |tx, scene| {
            Ok((cards::show(tx, scene, &id)?, scene.today()))
        })
        .await?;
    if !view.may_edit {
        return Err(Problem::forbidden("customer.edit_forbidden").into());
    }
    Ok((frame, view, today))
}

fn drawn(
    web: &Web,
    frame: &Frame,
    view: &CardView,
    today: Date,
    asked: &Asked<'_>,
) -> Result<Html<String>, Refusal> {
    let nowhere = || Problem::not_found("request.nowhere");
    let form = &view.form;
    let field = form
        .field(asked.field)
        .filter(|f| f.kind.as_type().widget() == Widget::Signature);
    let field = field.ok_or_else(nowhere)?;
    let t = frame.tongue(web);
    let (context, origins, pairs) = (Context::on(today), BTreeMap::new(), Pairs::new());
    let screen = Screen {
        chrome: frame.chrome(web),
        t,
        form,
        answers: &view.answers,
        pairs: &pairs,
        findings: &[],
        context: &context,
        origins: &origins,
        masked: &view.masked,
        links: &view.links,
        redraw: "",
        uploads: None,
    };
    let card = format!("/cards/{}", view.card.id);
    let (problem, finding) = &asked.refused;
    Ok(page(
        web,
        frame,
        &Pad {
            customer: &view.customer,
            card: &view.card.id,
            title: desk::title(t, form),
            field,
            label: form.words_in(t.lang().code()).label(&field.path),
            covered: covered(&screen, asked.field),
            action: &format!("{card}/signatures/{}", asked.field),
            back: &card,
            revision: view.card.revision,
            signer: asked.signer,
            problem: problem.as_ref(),
            finding: finding.as_ref().map(|f| screen::sentence(&screen, f)),
        },
    ))
}

/// The answers under the hand, to be read before signing.
fn covered(screen: &Screen<'_>, field: &str) -> Markup {
    let keys = screen.form.covers(field).unwrap_or_default();
    let words = screen.form.words_in(screen.t.lang().code());
    let answered = keys.iter().filter(|key| screen.answers.get(key).is_some());
    html! {
        details class="sheet covered" {
            summary { (screen.t.say("cards-sign_covers")) }
            dl class="kv body" {
                @for key in answered {
                    @if let Some(field) = screen.form.field(key) {
                        dt { (words.label(&field.path)) }
                        dd { (screen::value(screen, field, screen.answers, key)) }
                    }
                }
            }
        }
    }
}
