//! A contact with somebody known by name: found, told apart, or opened along with it (D02-4).

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use kedang_app::AppError;
use kedang_app::contacts::{self, Named, NamedContact};
use kedang_core::contact::NewContact;
use kedang_core::customer::{Customer, CustomerKind};
use kedang_core::{CustomerId, Kind, Problem};
use kedang_words::Tongue;
use maud::{Markup, html};
use serde::Deserialize;

use super::form::fields;
use super::typed::Typed;
use crate::Web;
use crate::components::{
    Btn, ChipsView, Choice, Chrome, FieldView, Fit, HeadView, Secrecy, Span, Tone, banner, btn,
    btn_link, chips, field, form_foot, page_head, part,
};
use crate::customers::opener;
use crate::form::{Posted, Refused};
use crate::frame::{Frame, View};
use crate::refusal::Refusal;
use crate::rooms::Place;
use crate::visit::Visit;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct NamedForm {
    name: String,
    customer: String,
    kind: String,
    how_met: String,
    /// `1` from the button that opens a 户头 along with it.
    open: String,
    channel: String,
    direction: String,
    number: String,
    happened_on: String,
    person: String,
    summary: String,
}

/// What stands on the page besides the form.
#[derive(Default)]
struct Told {
    problem: Option<Problem>,
    /// Nobody of that name.
    nobody: bool,
    /// Several of that name.
    several: Vec<Customer>,
}

/// The empty form.
pub(crate) async fn blank(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Refusal> {
    let frame = opener(&web, &visit).await?;
    let form = NamedForm {
        happened_on: web.app.today(),
        ..NamedForm::default()
    };
    Ok(page(&web, &frame, &form, &Told::default()))
}

/// Writes it down and leads to the customer; else asks who is meant.
pub(crate) async fn named(
    State(web): State<Web>,
    visit: Visit,
    Posted(form): Posted<NamedForm>,
) -> Result<Response, Refusal> {
    let open = (form.open == "1").then_some(form.kind.as_str());
    let (contact, today) = (form.contact(), web.app.today());
    let ask = NamedContact::check(&form.name, open, &form.how_met, &contact, &today);
    let told = match ask {
        Err(problem) => Told {
            nobody: form.open == "1",
            problem: Some(problem),
            ..Told::default()
        },
        Ok(mut ask) => {
            ask.customer = CustomerId::parse(&form.customer).ok();
            let done = web
                .app
                .write(&visit.call, move |tx, scene| {
                    contacts::named(tx, scene, &ask)
                })
                .await;
            match done {
                Ok(Named::Done(contact)) => {
                    let to = format!("/customers/{}/contacts", contact.customer_id);
                    return Ok(Redirect::to(&to).into_response());
                }
                Ok(Named::Nobody) => Told {
                    nobody: true,
                    problem: Some(
                        Problem::conflict("contact.nobody").with("name", form.name.as_str()),
                    ),
                    ..Told::default()
                },
                Ok(Named::Several(several)) => Told {
                    problem: Some(
                        Problem::conflict("contact.several")
                            .with("name", form.name.as_str())
                            .with("count", several.len()),
                    ),
                    several,
                    ..Told::default()
                },
                Err(AppError::Problem(problem)) if problem.kind == Kind::Invalid => Told {
                    problem: Some(problem),
                    ..Told::default()
                },
                Err(other) => return Err(other.into()),
            }
        }
    };
    let frame = opener(&web, &visit).await?;
    let page = page(&web, &frame, &form, &told);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

impl NamedForm {
    fn contact(&self) -> NewContact {
        NewContact {
            channel: self.channel.clone(),
            direction: self.direction.clone(),
            number: self.number.clone(),
            happened_on: self.happened_on.clone(),
            person: self.person.clone(),
            summary: self.summary.clone(),
            files: Vec::new(),
        }
    }
}

fn page(web: &Web, frame: &Frame, form: &NamedForm, told: &Told) -> Html<String> {
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let (title, edge) = (t.say("contacts-named"), t.say("contacts-named_edge"));
    let (customers, crumbs) = (t.say("room-customers"), t.say("shell-crumbs"));
    let head = HeadView {
        crumbs: &[("/customers", &customers)],
        crumbs_label: &crumbs,
        title: &title,
        ..HeadView::default()
    };
    let body = html! {
        (page_head(&head, &html! {}))
        div class="stack" { (sheet(&chrome, t, form, told)) }
    };
    let view = View {
        title: &title,
        place: Place::Customers,
        secrecy: Secrecy::Inner,
        edge: &edge,
        fit: Fit::Flow,
    };
    frame.page(web, &view, &body)
}

fn sheet(chrome: &Chrome<'_>, t: Tongue<'_>, form: &NamedForm, told: &Told) -> Markup {
    let refused = Refused::new(told.problem.as_ref(), t);
    let (save, back) = (t.say("contacts-save"), t.say("shell-cancel"));
    let (label, wrong) = (t.say("customers-name"), refused.of("name"));
    let typed = Typed {
        contact: form.contact(),
        ..Typed::default()
    };
    html! {
        @if let Some(whole) = refused.whole() { (banner(chrome, Tone::Bad, "", &html! { (whole) })) }
        form method="post" action="/contacts" class="sheet form" data-island="dirty" {
            (part(&t.say("contacts-with"), &t.say("contacts-with_note"), &html! {
                (field(&FieldView { name: "name", label: &label, value: &form.name, must: true,
                    autofocus: true, max_len: Some(120), err: wrong.as_deref(),
                    span: Span::TwoThirds, ..FieldView::default() }))
                (which(t, &told.several, form))
                @if told.nobody { (opening(t, form, &refused)) }
            }))
            (part(&t.say("contacts-new"), "", &fields(chrome, t, &typed, None, &refused)))
            (form_foot(&html! {
                (btn_link(chrome, &Btn::new(&back).quiet(), "/customers"))
                span class="push" {}
                @if told.nobody {
                    button class="btn go" name="open" value="1" { (t.say("contacts-open_and_save")) }
                } @else { (btn(chrome, &Btn::new(&save).go())) }
            }))
        }
    }
}

/// Those of that name, to choose from.
fn which(t: Tongue<'_>, several: &[Customer], form: &NamedForm) -> Markup {
    let ids: Vec<_> = several.iter().map(|one| one.id.to_string()).collect();
    let words: Vec<_> = several
        .iter()
        .map(|one| format!("{} {}", one.name, one.code))
        .collect();
    let choices: Vec<_> = ids
        .iter()
        .zip(&words)
        .map(|(id, label)| Choice {
            value: id,
            label,
            on: *id == form.customer,
        })
        .collect();
    html! {
        @if !choices.is_empty() {
            (chips(&ChipsView { name: "customer", legend: &t.say("contacts-which"), many: false,
                choices: &choices, must: true, help: None, err: None, span: Span::Full }))
        }
    }
}

/// What a 户头 needs, that is opened along with the contact.
fn opening(t: Tongue<'_>, form: &NamedForm, refused: &Refused<'_>) -> Markup {
    let labels = CustomerKind::ALL.map(|kind| t.say(&format!("kind-{}", kind.key())));
    let choices: Vec<_> = CustomerKind::ALL
        .iter()
        .zip(&labels)
        .map(|(kind, label)| Choice {
            value: kind.key(),
            label,
            on: kind.key() == form.kind,
        })
        .collect();
    let (how, sample) = (
        t.say("customers-how_met"),
        t.say("customer_new-how_met_sample"),
    );
    let wrong = refused.of("how_met");
    html! {
        (chips(&ChipsView { name: "kind", legend: &t.say("customer_new-kind"), many: false,
            choices: &choices, must: true, help: None, err: refused.of("kind").as_deref(),
            span: Span::Third }))
        (field(&FieldView { name: "how_met", label: &how, value: &form.how_met, must: true,
            max_len: Some(200), placeholder: Some(&sample), err: wrong.as_deref(),
            span: Span::TwoThirds, ..FieldView::default() }))
    }
}
