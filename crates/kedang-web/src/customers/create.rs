//! Quick-create: a 户头 in seconds (D02-4).

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use kedang_app::{AppError, Scene, access, branches, customers};
use kedang_core::access::{Action, reach};
use kedang_core::customer::{CustomerKind, Details, NewCustomer};
use kedang_core::{Arg, FieldProblem, Problem};
use kedang_words::Tongue;
use maud::{Markup, html};
use serde::Deserialize;

use super::narrow::hidden;
use super::typed;

use crate::Web;
use crate::ask::Ask;
use crate::components::{
    Btn, ChipsView, Choice, Chrome, FieldView, Fit, HeadView, Kind, Secrecy, Span, Tone, banner,
    btn, btn_link, chips, field, form_foot, page_head, part,
};
use crate::form::{Posted, Refused, sentence};
use crate::frame::{Frame, View};
use crate::refusal::Refusal;
use crate::rooms::Place;
use crate::visit::Visit;

#[derive(Deserialize, Default)]
pub(crate) struct CustomerForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    how_met: String,
    #[serde(default)]
    mobile: String,
    #[serde(default)]
    uscc: String,
    #[serde(default)]
    anyway: String,
    /// Id of the organization that it becomes a branch of.
    #[serde(default)]
    under: String,
}

/// From where it is opened.
#[derive(Deserialize, Default)]
pub(crate) struct CreateAsk {
    #[serde(default)]
    under: String,
}

/// The empty form.
pub(crate) async fn blank(
    State(web): State<Web>,
    visit: Visit,
    Ask(ask): Ask<CreateAsk>,
) -> Result<Html<String>, Refusal> {
    let frame = opener(&web, &visit).await?;
    let above = above(&web, &visit, &ask.under).await?;
    let typed = CustomerForm {
        kind: "organization".to_owned(),
        under: ask.under,
        ..CustomerForm::default()
    };
    Ok(page(&web, &frame, (&typed, above.as_deref()), None))
}

/// Opens the customer, or shows the form again with what does not hold.
pub(crate) async fn create(
    State(web): State<Web>,
    visit: Visit,
    Posted(typed): Posted<CustomerForm>,
) -> Result<Response, Refusal> {
    let new = NewCustomer {
        name: typed.name.clone(),
        kind: typed.kind.clone(),
        how_met: typed.how_met.clone(),
        details: Details {
            mobile: Some(typed.mobile.clone()),
            uscc: Some(typed.uscc.clone()),
            ..Details::default()
        },
    };
    let checked = match new.check(&web.app.today()) {
        Ok(checked) => checked,
        Err(problem) => {
            return again(&web, &visit, &typed, &problem).await;
        }
    };
    let anyway = typed.anyway == "1";
    let under = typed.under.clone();
    let opened = web
        .app
        .write(&visit.call, move |tx, scene| {
            let opened = customers::create(tx, scene, &checked, anyway)?;
            if !under.is_empty() {
                branches::place(tx, scene, &opened.id, &typed::customer(&under)?)?;
            }
            Ok(opened)
        })
        .await;
    let opened = match opened {
        Err(AppError::Problem(p))
            if ["customer.duplicates", "branch.invalid"].contains(&p.code) =>
        {
            return again(&web, &visit, &typed, &p).await;
        }
        other => other?,
    };
    Ok(Redirect::to(&format!("/customers/{}", opened.id)).into_response())
}

/// The form as it was typed, with what does not hold.
async fn again(
    web: &Web,
    visit: &Visit,
    typed: &CustomerForm,
    problem: &Problem,
) -> Result<Response, Refusal> {
    let frame = opener(web, visit).await?;
    let above = above(web, visit, &typed.under).await?;
    let body = page(web, &frame, (typed, above.as_deref()), Some(problem));
    Ok((StatusCode::UNPROCESSABLE_ENTITY, body).into_response())
}

/// The name of the organization that it becomes a branch of, if the reader may know of it.
async fn above(web: &Web, visit: &Visit, under: &str) -> Result<Option<String>, Refusal> {
    let Ok(under) = typed::customer(under) else {
        return Ok(None);
    };
    let (_, found) = web
        .read(visit, move |tx, scene| access::readable(tx, scene, &under))
        .await?;
    Ok(found.map(|found| found.name))
}

/// The frame, for those who may open a customer.
pub(crate) async fn opener(web: &Web, visit: &Visit) -> Result<Frame, Refusal> {
    let may = |scene: &Scene| !reach(&scene.actor, Action::Create).is_nothing();
    let (frame, may) = web.read(visit, move |_, scene| Ok(may(scene))).await?;
    if may {
        Ok(frame)
    } else {
        Err(Problem::forbidden("customer.create_forbidden").into())
    }
}

fn page(
    web: &Web,
    frame: &Frame,
    (typed, above): (&CustomerForm, Option<&str>),
    problem: Option<&Problem>,
) -> Html<String> {
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let (title, edge) = (t.say("customer_new-title"), t.say("customer_new-edge"));
    let (customers, crumbs) = (t.say("room-customers"), t.say("shell-crumbs"));
    let head = HeadView {
        crumbs: &[("/customers", &customers)],
        crumbs_label: &crumbs,
        title: &title,
        ..HeadView::default()
    };
    let body = html! {
        (page_head(&head, &html! {}))
        @if let Some(above) = above { p class="mut mb2" { (t.with("branches-will_be", &[("name", above.into())])) } }
        div class="stack" { (form(&chrome, t, typed, problem)) }
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

fn form(chrome: &Chrome, t: Tongue, typed: &CustomerForm, problem: Option<&Problem>) -> Markup {
    let refused = &Refused::new(problem, t);
    let anyway = t.say("customer_new-anyway");
    let known = problem.is_some_and(|p| p.code == "customer.duplicates");
    let (save, back) = (t.say("customer_new-save"), t.say("shell-cancel"));
    html! {
        @match problem.filter(|p| p.code == "customer.duplicates") {
            Some(known) => (banner(chrome, Tone::Warn, "", &twins(t, known))),
            None => @if let Some(wrong) = refused.whole() {
                (banner(chrome, Tone::Bad, "", &html! { (wrong) @if let Some(why) = refused.of("parent") { " " (why) } }))
            },
        }
        form method="post" action="/customers" class="sheet form" data-island="dirty" {
            (hidden((!typed.under.is_empty()).then_some(("under", typed.under.as_str()))))
            (part(&t.say("customer_new-part"), &t.say("customer_new-note"), &fields(t, typed, refused)))
            (form_foot(&html! {
                (btn_link(chrome, &Btn::new(&back).quiet(), "/customers"))
                @if known { (btn(chrome, &Btn::new(&anyway).sends("anyway", "1"))) }
                (btn(chrome, &Btn::new(&save).go()))
            }))
        }
    }
}

/// The customers that are there already, each with its way.
fn twins(t: Tongue, problem: &Problem) -> Markup {
    let arg = |one: &FieldProblem, name: &str| {
        let found = one.args.iter().find(|(known, _)| *known == name);
        match found {
            Some((_, Arg::Text(text))) => text.clone(),
            _ => String::new(),
        }
    };
    html! {
        (sentence(t, problem.code, &problem.args))
        ul class="bullets" {
            @for one in &problem.fields {
                li {
                    (sentence(t, one.code, &one.args)) " "
                    a class="und" href={ "/customers/" (arg(one, "id")) } { (t.say("customer_new-open_known")) }
                }
            }
        }
    }
}

fn fields(t: Tongue, typed: &CustomerForm, refused: &Refused) -> Markup {
    let line = |view: FieldView, key: &str| {
        let (label, err) = (t.say(key), refused.of(view.name));
        field(&FieldView {
            label: &label,
            err: err.as_deref(),
            ..view
        })
    };
    let labels = CustomerKind::ALL.map(|kind| t.say(&format!("kind-{}", kind.key())));
    let choices: Vec<_> = CustomerKind::ALL
        .iter()
        .zip(&labels)
        .map(|(kind, label)| Choice {
            value: kind.key(),
            label,
            on: kind.key() == typed.kind,
        })
        .collect();
    let (half, whole) = (Span::Half, Span::Full);
    let (how, tel) = (
        t.say("customer_new-how_met_sample"),
        t.say("customer_new-mobile_help"),
    );
    let uscc = t.say("customer_new-uscc_help");
    html! {
        (line(FieldView { name: "name", value: &typed.name, must: true, autofocus: true,
            max_len: Some(120), span: Span::TwoThirds, ..FieldView::default() }, "customers-name"))
        (chips(&ChipsView { name: "kind", legend: &t.say("customer_new-kind"), many: false,
            choices: &choices, must: true, help: None, err: refused.of("kind").as_deref(),
            span: Span::Third }))
        (line(FieldView { name: "how_met", value: &typed.how_met, must: true, max_len: Some(200),
            placeholder: Some(&how), span: whole, ..FieldView::default() }, "customers-how_met"))
        (line(FieldView { name: "mobile", value: &typed.mobile, kind: Kind::Tel, max_len: Some(40),
            help: Some(&tel), span: half, ..FieldView::default() }, "customers-mobile"))
        (line(FieldView { name: "uscc", value: &typed.uscc, max_len: Some(40),
            help: Some(&uscc), span: half, ..FieldView::default() }, "customers-uscc"))
    }
}
