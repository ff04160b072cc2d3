//! Signs one row of a running record (D01-13).

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use kedang_app::AppError;
use kedang_app::cards::{self, CardView, SignRow};
use kedang_app::forms::{Answers, Context, Finding, Pairs, Widget};
use kedang_core::Problem;
use maud::html;
use std::collections::BTreeMap;

use super::pad::{Pad, SignForm, page, strokes};
use super::screen::{self, Screen};
use super::sign::is_told;
use super::{desk, typed};
use crate::Web;
use crate::form::Posted;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// Card, repeat, row and signature column of an address.
type Place = (String, String, String, String);

/// The pad for one place of the row.
pub(crate) async fn pad(
    State(web): State<Web>,
    visit: Visit,
    Path(place): Path<Place>,
) -> Result<Html<String>, Refusal> {
    drawn(&web, &visit, &place, None, (None, None)).await
}

/// Stores the signature, or shows the pad again.
pub(crate) async fn sign(
    State(web): State<Web>,
    visit: Visit,
    Path(place): Path<Place>,
    Posted(typed): Posted<SignForm>,
) -> Result<Response, Refusal> {
    let (id, repeat, row, field) = &place;
    let ask = SignRow {
        card: typed::card(id)?,
        repeat: repeat.clone(),
        row: typed::row(row)?,
        field: field.clone(),
        signer: (!typed.signer.is_empty()).then(|| typed.signer.clone()),
        staff: None,
        strokes: strokes(&typed.strokes),
    };
    let signed = web
        .app
        .write(&visit.call, move |tx, scene| {
            cards::sign_row(tx, scene, &ask)
        })
        .await;
    let refused = match signed {
        Ok(written) => {
            let to = format!("/cards/{id}/rows/{repeat}#r-{}", written.row.head.id);
            return Ok(Redirect::to(&to).into_response());
        }
        Err(AppError::Findings(refused)) => (None, refused.findings.into_iter().next()),
        Err(AppError::Problem(p)) if is_told(&p) => (Some(p), None),
        Err(other) => return Err(other.into()),
    };
    let page = drawn(&web, &visit, &place, Some(&typed.signer), refused).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn drawn(
    web: &Web,
    visit: &Visit,
    (id, repeat, row, field): &Place,
    signer: Option<&str>,
    (problem, finding): (Option<Problem>, Option<Finding>),
) -> Result<Html<String>, Refusal> {
    let card = typed::card(id)?;
    let (frame, (view, today)) = web
        .read(visit, move |tx, scene| {
            Ok::<(CardView, _), AppError>((cards::show(tx, scene, &card)?, scene.today()))
        })
        .await?;
    if !view.may_edit {
        return Err(Problem::forbidden("customer.edit_forbidden").into());
    }
    let columns = view.form.field(repeat).map_or(&[][..], |f| f.columns());
    let signs = |c: &&kedang_app::forms::Field| c.kind.as_type().widget() == Widget::Signature;
    let column = columns.iter().filter(signs).find(|c| c.key == *field);
    let column = column.ok_or_else(|| Problem::not_found("request.nowhere"))?;
    let t = frame.tongue(web);
    let (context, origins, pairs) = (Context::on(today), BTreeMap::new(), Pairs::new());
    let screen = Screen {
        chrome: frame.chrome(web),
        t,
        form: &view.form,
        answers: &Answers::default(),
        pairs: &pairs,
        findings: &[],
        context: &context,
        origins: &origins,
        masked: &[],
        links: &screen::NO_LINKS,
        redraw: "",
        uploads: None,
    };
    let base = format!("/cards/{id}/rows/{repeat}");
    let pad = Pad {
        customer: &view.customer,
        card: &view.card.id,
        title: desk::title(t, &view.form),
        field: column,
        label: view.form.words_in(t.lang().code()).label(&column.path),
        covered: html! {},
        action: &format!("{base}/{row}/signatures/{field}"),
        back: &base,
        revision: 0,
        signer: signer.unwrap_or(&view.customer.name),
        problem: problem.as_ref(),
        finding: finding.as_ref().map(|f| screen::sentence(&screen, f)),
    };
    Ok(page(web, &frame, &pad))
}
