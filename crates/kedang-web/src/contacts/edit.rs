//! One contact, to be read and corrected.

use axum::extract::{Multipart, Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use kedang_app::contacts::{self, EditContact};
use kedang_app::{AppError, access};
use kedang_core::contact::Contact;
use kedang_core::customer::Customer;
use kedang_core::{Kind, Problem};
use maud::html;

use super::form::fields;
use super::list::desk;
use super::section::log;
use super::typed::{Typed, scan};
use super::{event, ids};
use crate::Web;
use crate::components::{Btn, Tone, banner, btn, btn_link, form_foot, part, sheet};
use crate::form::Refused;
use crate::frame::Frame;
use crate::refusal::Refusal;
use crate::sent::sent;
use crate::visit::Visit;

/// A contact as its page has it.
struct Shown {
    customer: Customer,
    contact: Contact,
    may_edit: bool,
}

/// The page.
pub(crate) async fn edit(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    let (frame, shown) = read(&web, &visit, &id).await?;
    let typed = Typed::of(&shown.contact);
    Ok(page(&web, &frame, &shown, &typed, None))
}

async fn read(web: &Web, visit: &Visit, id: &str) -> Result<(Frame, Shown), Refusal> {
    let id = ids::contact(id)?;
    web.read(visit, move |tx, scene| {
        let (customer, contact) = contacts::show(tx, scene, &id)?;
        let may_edit = access::may_edit(tx, scene, &customer)?;
        Ok(Shown {
            customer,
            contact,
            may_edit,
        })
    })
    .await
}

/// Stores the correction, or shows the page again with what did not hold.
pub(crate) async fn save(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    form: Multipart,
) -> Result<Response, Refusal> {
    let (frame, shown) = read(&web, &visit, &id).await?;
    let begin = |control: &str, _: &_, name: &str| scan(&shown.customer.id, control, name);
    let sent = sent(&web, &visit.call, form, begin).await?;
    let typed = Typed::read(&sent);
    let refused = match (sent.refused, typed.contact.check(&web.app.today())) {
        (Some(problem), _) | (None, Err(problem)) => problem,
        (None, Ok(checked)) => {
            let ask = EditContact {
                id: shown.contact.id.clone(),
                version: typed.version.unwrap_or(-1),
                checked,
            };
            let done = web
                .app
                .write(&visit.call, move |tx, scene| {
                    contacts::edit(tx, scene, &ask)
                })
                .await;
            match done {
                Ok(contact) => {
                    let to = format!("/customers/{}/contacts", contact.customer_id);
                    return Ok(Redirect::to(&to).into_response());
                }
                Err(AppError::Problem(problem))
                    if matches!(problem.kind, Kind::Invalid | Kind::Stale) =>
                {
                    problem
                }
                Err(other) => return Err(other.into()),
            }
        }
    };
    let status = match refused.kind {
        Kind::Stale => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = page(&web, &frame, &shown, &typed, Some(&refused));
    Ok((status, page).into_response())
}

fn page(
    web: &Web,
    frame: &Frame,
    shown: &Shown,
    typed: &Typed,
    refused: Option<&Problem>,
) -> Html<String> {
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let (contact, customer) = (&shown.contact, &shown.customer);
    let title = event::way(t, contact.channel.key(), contact.direction.key());
    let (save, back, remove) = (
        t.say("contacts-correct"),
        t.say("shell-cancel"),
        t.say("contacts-remove"),
    );
    let (all, own) = (
        format!("/customers/{}/contacts", customer.id),
        format!("/contacts/{}", contact.id),
    );
    let wrong = Refused::new(refused, t);
    let version = typed.version.unwrap_or(contact.version);
    let body = html! {
        @if let Some(whole) = wrong.whole() { (banner(&chrome, Tone::Bad, "", &html! { (whole) })) }
        @if shown.may_edit {
            form class="sheet form" method="post" enctype="multipart/form-data" action=(own)
                data-island="dirty" {
                input type="hidden" name="version" value=(version);
                (part(&contact.happened_on, &contact.author.name,
                    &fields(&chrome, t, typed, Some(&customer.id), &wrong)))
                (form_foot(&html! {
                    (btn_link(&chrome, &Btn::new(&back).quiet(), &all))
                    span class="push" {}
                    (btn(&chrome, &Btn::new(&save).go()))
                }))
            }
            form method="post" action={ (own) "/removal" } {
                input type="hidden" name="version" value=(version);
                (btn(&chrome, &Btn::new(&remove).bad()))
            }
        } @else {
            (sheet(&title, &html! {}, &log(&chrome, t, std::slice::from_ref(contact), false)))
        }
    };
    desk(web, frame, customer, &title, (&own, true, None), &body)
}
