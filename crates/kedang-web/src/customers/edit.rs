//! 编辑: a customer's fields, types, stage, and whose it is.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use kedang_app::customers::{self, Choices, Edit};
use kedang_app::{AppError, Scene, Tx, access};
use kedang_core::access::{Action, may};
use kedang_core::customer::{Customer, Named};
use kedang_core::{CustomerId, Kind, Problem};
use maud::html;

use super::edit_draft::Draft;
use super::edit_fields::fields;
use super::typed;
use crate::Web;
use crate::components::{Btn, Fit, HeadView, Tone, banner, btn, btn_link, form_foot, page_head};
use crate::form::{Posted, Refused};
use crate::frame::Frame;
use crate::refusal::Refusal;
use crate::visit::Visit;

/// The form with what is stored.
pub(crate) async fn edit(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    let id = typed::customer(&id)?;
    let (frame, (customer, co_owners, choices)) = web
        .read(&visit, move |tx, scene| read(tx, scene, &id))
        .await?;
    let draft = Draft::of(&customer, &co_owners);
    Ok(page(&web, &frame, &customer, &choices, &draft, None))
}

/// The customer, for who may change it, and those to whom he may give it.
fn read(
    tx: &mut Tx,
    scene: &Scene,
    id: &CustomerId,
) -> Result<(Customer, Vec<Named>, Choices), AppError> {
    let customer = customers::show(tx, scene, id)?;
    let facts = access::facts(tx, scene, &customer)?;
    if !may(&scene.actor, Action::Edit, &facts) {
        return Err(Problem::forbidden("customer.edit_forbidden").into());
    }
    let choices = match may(&scene.actor, Action::Assign, &facts) {
        true => customers::assignees(tx, scene)?,
        false => Choices::default(),
    };
    let co_owners = customers::co_owners(tx, scene, id)?;
    Ok((customer, co_owners, choices))
}

/// Stores what was typed, or shows the form again with what does not hold.
pub(crate) async fn save(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Posted(pairs): Posted<Vec<(String, String)>>,
) -> Result<Response, Refusal> {
    let id = typed::customer(&id)?;
    let mut draft = Draft::posted(pairs);
    let ask = Edit {
        id: id.clone(),
        version: draft.version,
        fields: draft.fields(),
        types: Some(draft.types.clone()),
        co_owners: draft.co_owners.clone(),
        change: Some(draft.change.clone()),
    };
    let saved = web
        .app
        .write(&visit.call, move |tx, scene| {
            customers::edit(tx, scene, &ask)
        })
        .await;
    let problem = match saved {
        Ok(customer) => {
            return Ok(Redirect::to(&format!("/customers/{}", customer.id)).into_response());
        }
        Err(AppError::Problem(p)) if matches!(p.kind, Kind::Stale | Kind::Invalid) => p,
        Err(other) => return Err(other.into()),
    };
    let (frame, (customer, _, choices)) = web
        .read(&visit, move |tx, scene| read(tx, scene, &id))
        .await?;
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if problem.kind == Kind::Stale {
        // Told that somebody was faster, he may look at that and then save over it knowingly.
        draft.version = customer.version;
        status = StatusCode::CONFLICT;
    }
    let body = page(&web, &frame, &customer, &choices, &draft, Some(&problem));
    Ok((status, body).into_response())
}

fn page(
    web: &Web,
    frame: &Frame,
    customer: &Customer,
    choices: &Choices,
    draft: &Draft,
    problem: Option<&Problem>,
) -> Html<String> {
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let refused = Refused::new(problem, t);
    let (title, customers) = (t.say("customer_edit-title"), t.say("room-customers"));
    let (crumbs, back, save) = (
        t.say("shell-crumbs"),
        t.say("shell-cancel"),
        t.say("customer_edit-save"),
    );
    let address = format!("/customers/{}", customer.id);
    let head = HeadView {
        crumbs: &[("/customers", &customers), (&address, &customer.name)],
        crumbs_label: &crumbs,
        title: &title,
        ..HeadView::default()
    };
    let stale = problem.is_some_and(|p| p.kind == Kind::Stale);
    let body = html! {
        (page_head(&head, &html! {}))
        div class="stack" {
            @if let Some(wrong) = refused.whole() {
                (banner(&chrome, Tone::Bad, "", &html! {
                    (wrong)
                    @if stale {
                        " " (t.say("customer_edit-stale")) " "
                        a class="und" href=(address) target="_blank" { (t.say("customer_edit-stale_look")) }
                    }
                }))
            }
            form method="post" action=(address) class="sheet form" data-island="dirty" {
                input type="hidden" name="version" value=(draft.version);
                (fields(t, customer, choices, draft, &refused))
                (form_foot(&html! {
                    (btn_link(&chrome, &Btn::new(&back).quiet(), &address))
                    (btn(&chrome, &Btn::new(&save).go().key("Ctrl ↵")))
                }))
            }
        }
    };
    frame.page_of(web, customer, (&title, Fit::Form), &body)
}
