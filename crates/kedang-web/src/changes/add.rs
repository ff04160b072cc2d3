//! An event by itself: equity, litigation, a stop of production.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use kedang_app::{AppError, Scene, Tx, access, changes, customers};
use kedang_core::access::{Action, may};
use kedang_core::change::{ChangeKind, NewChange};
use kedang_core::customer::Customer;
use kedang_core::{CustomerId, Kind as Family, Problem};
use maud::{Markup, html};
use serde::Deserialize;

use crate::Web;
use crate::components::{
    Btn, ChipsView, Choice, FieldView, Fit, HeadView, Kind, Span, Tone, banner, btn, btn_link,
    chips, field, form_foot, page_head, part,
};
use crate::customers::typed;
use crate::form::{Posted, Refused};
use crate::frame::Frame;
use crate::refusal::Refusal;
use crate::visit::Visit;

#[derive(Deserialize, Default)]
pub(crate) struct ChangeForm {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    effective_on: String,
    #[serde(default)]
    proof: String,
    #[serde(default)]
    note: String,
}

/// The empty form.
pub(crate) async fn blank(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    let id = typed::customer(&id)?;
    let (frame, customer) = web
        .read(&visit, move |tx, scene| editable(tx, scene, &id))
        .await?;
    Ok(page(&web, &frame, &customer, &ChangeForm::default(), None))
}

fn editable(tx: &mut Tx, scene: &Scene, id: &CustomerId) -> Result<Customer, AppError> {
    let customer = customers::show(tx, scene, id)?;
    let facts = access::facts(tx, scene, &customer)?;
    match may(&scene.actor, Action::Edit, &facts) {
        true => Ok(customer),
        false => Err(Problem::forbidden("customer.edit_forbidden").into()),
    }
}

/// Records the event, or shows the form again with what does not hold.
pub(crate) async fn add(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    Posted(form): Posted<ChangeForm>,
) -> Result<Response, Refusal> {
    let id = typed::customer(&id)?;
    let new = NewChange {
        kind: form.kind.clone(),
        nature: String::new(),
        effective_on: form.effective_on.clone(),
        proof: form.proof.clone(),
        note: form.note.clone(),
    };
    let customer = id.clone();
    let added = web
        .app
        .write(&visit.call, move |tx, scene| {
            let customer = editable(tx, scene, &customer)?;
            let (kind, event) = new.check_free()?;
            changes::add(tx, scene, &customer.id, kind, &event)
        })
        .await;
    let problem = match added {
        Ok(_) => return Ok(Redirect::to(&format!("/customers/{id}")).into_response()),
        Err(AppError::Problem(p)) if p.kind == Family::Invalid => p,
        Err(other) => return Err(other.into()),
    };
    let (frame, customer) = web
        .read(&visit, move |tx, scene| editable(tx, scene, &id))
        .await?;
    let body = page(&web, &frame, &customer, &form, Some(&problem));
    Ok((StatusCode::UNPROCESSABLE_ENTITY, body).into_response())
}

fn page(
    web: &Web,
    frame: &Frame,
    customer: &Customer,
    typed: &ChangeForm,
    problem: Option<&Problem>,
) -> Html<String> {
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let refused = Refused::new(problem, t);
    let (title, customers) = (t.say("changes-add"), t.say("room-customers"));
    let (crumbs, back, save) = (
        t.say("shell-crumbs"),
        t.say("shell-cancel"),
        t.say("changes-save"),
    );
    let address = format!("/customers/{}", customer.id);
    let head = HeadView {
        crumbs: &[("/customers", &customers), (&address, &customer.name)],
        crumbs_label: &crumbs,
        title: &title,
        ..HeadView::default()
    };
    let body = html! {
        (page_head(&head, &html! {}))
        div class="stack" {
            @if let Some(wrong) = refused.whole() { (banner(&chrome, Tone::Bad, "", &html! { (wrong) })) }
            form method="post" action={ (address) "/changes" } class="sheet form" data-island="dirty" {
                (part(&t.say("changes-title"), &t.say("changes-add_note"), &fields(t, typed, &refused)))
                (form_foot(&html! {
                    (btn_link(&chrome, &Btn::new(&back).quiet(), &address))
                    (btn(&chrome, &Btn::new(&save).go()))
                }))
            }
        }
    };
    frame.page_of(web, customer, (&title, Fit::Form), &body)
}

fn fields(t: kedang_words::Tongue, typed: &ChangeForm, refused: &Refused) -> Markup {
    let labels = ChangeKind::FREE.map(|kind| t.say(&format!("change-{}", kind.key())));
    let kinds: Vec<_> = ChangeKind::FREE
        .iter()
        .zip(&labels)
        .map(|(kind, label)| Choice {
            value: kind.key(),
            label,
            on: kind.key() == typed.kind,
        })
        .collect();
    let line = |name: &str, view: FieldView| {
        field(&FieldView {
            name,
            must: true,
            err: refused.of(name).as_deref(),
            ..view
        })
    };
    html! {
        (chips(&ChipsView { name: "kind", legend: &t.say("changes-kind"), many: false, choices: &kinds,
            must: true, help: None, err: refused.of("kind").as_deref(), span: Span::TwoThirds }))
        (line("effective_on", FieldView { label: &t.say("changes-effective_on"), value: &typed.effective_on,
            kind: Kind::Date, placeholder: Some("2026-01-31"), max_len: Some(10), span: Span::Third,
            help: Some(&t.say("changes-ahead_help")), ..FieldView::default() }))
        (line("note", FieldView { label: &t.say("changes-note"), value: &typed.note, kind: Kind::Long,
            max_len: Some(2_000), ..FieldView::default() }))
        (line("proof", FieldView { label: &t.say("changes-proof"), value: &typed.proof,
            placeholder: Some(&t.say("changes-proof_sample")), max_len: Some(200), ..FieldView::default() }))
    }
}
