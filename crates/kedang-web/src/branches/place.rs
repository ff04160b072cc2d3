//! Putting an organization under another.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use kedang_app::{AppError, access, branches, customers};
use kedang_core::customer::Customer;
use kedang_core::{CustomerId, Kind, Problem};
use maud::html;
use serde::Deserialize;

use crate::Web;
use crate::components::{
    Btn, FieldView, Fit, HeadView, Span, Tone, banner, btn, btn_link, field, form_foot, page_head,
    part,
};
use crate::customers::typed;
use crate::form::{Posted, Refused};
use crate::frame::Frame;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// What is typed.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Parent {
    #[serde(default)]
    parent: String,
}

/// The page that asks under whom.
pub(crate) async fn blank(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    let (frame, customer) = read(&web, &visit, typed::customer(&id)?).await?;
    Ok(page(&web, &frame, &customer, &Parent::default(), None))
}

/// Puts it there, or asks again.
pub(crate) async fn place(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Posted(posted): Posted<Parent>,
) -> Result<Response, Refusal> {
    let id = typed::customer(&id)?;
    let (placed, parent) = (id.clone(), posted.parent.clone());
    let done = web.app.write(&visit.call, move |tx, scene| {
        let parent = branches::called(tx, scene, &parent)?;
        branches::place(tx, scene, &placed, &parent)
    });
    match done.await {
        Ok(()) => Ok(Redirect::to(&format!("/customers/{id}")).into_response()),
        Err(AppError::Problem(problem)) if problem.kind == Kind::Invalid => {
            let (frame, customer) = read(&web, &visit, id).await?;
            let body = page(&web, &frame, &customer, &posted, Some(&problem));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, body).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

/// Takes it out from under the one above.
pub(crate) async fn lift(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Redirect, Refusal> {
    let id = typed::customer(&id)?;
    let lifted = id.clone();
    web.app
        .write(&visit.call, move |tx, scene| {
            branches::lift(tx, scene, &lifted)
        })
        .await?;
    Ok(Redirect::to(&format!("/customers/{id}")))
}

async fn read(web: &Web, visit: &Visit, id: CustomerId) -> Result<(Frame, Customer), Refusal> {
    web.read(visit, move |tx, scene| {
        let customer = customers::show(tx, scene, &id)?;
        if !access::may_edit(tx, scene, &customer)? {
            return Err(Problem::forbidden("customer.edit_forbidden").into());
        }
        if customer.kind != "organization" {
            return Err(Problem::conflict("branch.individual").into());
        }
        Ok(customer)
    })
    .await
}

fn page(
    web: &Web,
    frame: &Frame,
    customer: &Customer,
    typed: &Parent,
    problem: Option<&Problem>,
) -> Html<String> {
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let refused = Refused::new(problem, t);
    let address = format!("/customers/{}", customer.id);
    let (title, crumbs) = (t.say("branches-put"), t.say("shell-crumbs"));
    let customers = t.say("room-customers");
    let head = HeadView {
        crumbs: &[("/customers", &customers), (&address, &customer.name)],
        crumbs_label: &crumbs,
        title: &title,
        ..HeadView::default()
    };
    let (label, help, err) = (
        t.say("branches-parent"),
        t.say("branches-parent_help"),
        refused.of("parent"),
    );
    let above = field(&FieldView {
        name: "parent",
        label: &label,
        value: &typed.parent,
        must: true,
        autofocus: true,
        help: Some(&help),
        err: err.as_deref(),
        max_len: Some(120),
        span: Span::Full,
        ..FieldView::default()
    });
    let (save, back) = (t.say("branches-save"), t.say("shell-cancel"));
    let body = html! {
        (page_head(&head, &html! {}))
        @if let Some(wrong) = refused.whole() { (banner(&chrome, Tone::Bad, "", &html! { (wrong) })) }
        form method="post" action={ (address) "/parent" } class="sheet form" data-island="dirty" {
            (part(&customer.name, &customer.code, &above))
            (form_foot(&html! {
                (btn_link(&chrome, &Btn::new(&back).quiet(), &address))
                (btn(&chrome, &Btn::new(&save).go()))
            }))
        }
    };
    frame.page_of(web, customer, (&title, Fit::Form), &body)
}
