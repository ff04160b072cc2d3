//! The question before a customer goes into the bin.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use kedang_app::{AppError, Scene, Tx, customers, recycling};
use kedang_core::access::{Action, may};
use kedang_core::customer::Customer;
use kedang_core::{CustomerId, Kind, Problem};
use maud::html;
use serde::Deserialize;

use crate::Web;
use crate::components::{
    Btn, FieldView, Fit, HeadView, btn, btn_link, field, form_foot, page_head, part,
};
use crate::customers::typed;
use crate::form::{Posted, Refused};
use crate::frame::{Frame, View, secrecy};
use crate::refusal::Refusal;
use crate::rooms::Place;
use crate::visit::Visit;

#[derive(Deserialize, Default)]
pub(crate) struct DeleteForm {
    #[serde(default)]
    reason: String,
}

/// Asks why.
pub(crate) async fn ask(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    let id = typed::customer(&id)?;
    let (frame, customer) = web
        .read(&visit, move |tx, scene| deletable(tx, scene, &id))
        .await?;
    Ok(page(&web, &frame, &customer, "", None))
}

fn deletable(tx: &mut Tx, scene: &Scene, id: &CustomerId) -> Result<Customer, AppError> {
    let customer = customers::show(tx, scene, id)?;
    match may(&scene.actor, Action::Delete, &customer.facts(false)) {
        true => Ok(customer),
        false => Err(Problem::forbidden("customer.delete_forbidden").into()),
    }
}

/// Deletes, or asks again.
pub(crate) async fn delete(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Posted(form): Posted<DeleteForm>,
) -> Result<Response, Refusal> {
    let id = typed::customer(&id)?;
    let (customer, reason) = (id.clone(), form.reason.clone());
    let deleted = web
        .app
        .write(&visit.call, move |tx, scene| {
            recycling::delete(tx, scene, &customer, &reason)
        })
        .await;
    let problem = match deleted {
        Ok(()) => return Ok(Redirect::to("/customers").into_response()),
        Err(AppError::Problem(p)) if p.kind == Kind::Invalid => p,
        Err(other) => return Err(other.into()),
    };
    let (frame, customer) = web
        .read(&visit, move |tx, scene| deletable(tx, scene, &id))
        .await?;
    let body = page(&web, &frame, &customer, &form.reason, Some(&problem));
    Ok((StatusCode::UNPROCESSABLE_ENTITY, body).into_response())
}

fn page(
    web: &Web,
    frame: &Frame,
    customer: &Customer,
    reason: &str,
    problem: Option<&Problem>,
) -> Html<String> {
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let refused = Refused::new(problem, t);
    let title = t.with("bin-delete_title", &[("name", (&customer.name).into())]);
    let (customers, crumbs) = (t.say("room-customers"), t.say("shell-crumbs"));
    let (back, delete) = (t.say("shell-cancel"), t.say("bin-delete"));
    let address = format!("/customers/{}", customer.id);
    let head = HeadView {
        crumbs: &[("/customers", &customers), (&address, &customer.name)],
        crumbs_label: &crumbs,
        title: &title,
        ..HeadView::default()
    };
    let label = t.say("bin-reason");
    let why = field(&FieldView {
        name: "reason",
        label: &label,
        value: reason,
        must: true,
        autofocus: true,
        max_len: Some(200),
        placeholder: Some(&t.say("bin-reason_sample")),
        err: refused.of("reason").as_deref(),
        ..FieldView::default()
    });
    let body = html! {
        (page_head(&head, &html! {}))
        form method="post" action={ (address) "/deletion" } class="sheet form" {
            (part(&t.say("bin-delete"), &t.say("bin-delete_note"), &why))
            (form_foot(&html! {
                (btn_link(&chrome, &Btn::new(&back).quiet(), &address))
                (btn(&chrome, &Btn::new(&delete).danger()))
            }))
        }
    };
    let view = View {
        title: &title,
        place: Place::Customers,
        secrecy: secrecy(customer.class),
        edge: &title,
        fit: Fit::Flow,
    };
    frame.page(web, &view, &body)
}
