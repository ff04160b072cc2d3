//! Opens an account.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use kedang_app::staff::{self, House};
use kedang_app::{AppError, Scene, Tx};
use kedang_core::staff::NewMember;
use kedang_core::{Kind as Family, Problem};
use maud::html;
use serde::Deserialize;

use super::desk::{self, indented};
use crate::Web;
use crate::components::{
    Btn, Choice, FieldView, HeadView, Kind, Span, Tone, banner, btn, btn_link, field, form_foot,
    page_head, part,
};
use crate::form::{Posted, Refused};
use crate::frame::Frame;
use crate::refusal::Refusal;
use crate::visit::Visit;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct MemberForm {
    login: String,
    name: String,
    department: String,
}

/// The empty form.
pub(crate) async fn blank(State(web): State<Web>, visit: Visit) -> Result<Html<String>, Refusal> {
    let (frame, house) = opener(&web, &visit).await?;
    Ok(page(&web, &frame, &house, &MemberForm::default(), None))
}

/// Stores it and leads to the account, where roles are given and the link is made.
pub(crate) async fn create(
    State(web): State<Web>,
    visit: Visit,
    Posted(form): Posted<MemberForm>,
) -> Result<Response, Refusal> {
    let new = NewMember {
        login: form.login.clone(),
        name: form.name.clone(),
        department: form.department.clone(),
    };
    let done = match new.check() {
        Ok(new) => {
            let open = move |tx: &mut Tx, scene: &Scene| staff::create(tx, scene, &new);
            web.app.write(&visit.call, open).await
        }
        Err(problem) => Err(problem.into()),
    };
    match done {
        Ok(member) => Ok(Redirect::to(&format!("/staff/{}", member.id)).into_response()),
        Err(AppError::Problem(problem))
            if matches!(problem.kind, Family::Invalid | Family::Conflict) =>
        {
            let (frame, house) = opener(&web, &visit).await?;
            let page = page(&web, &frame, &house, &form, Some(&problem));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

/// The frame and the departments, for those who open accounts.
async fn opener(web: &Web, visit: &Visit) -> Result<(Frame, House), Refusal> {
    let (frame, house) = web.read(visit, staff::list).await?;
    match house.opens {
        true => Ok((frame, house)),
        false => Err(Problem::forbidden("staff.forbidden").into()),
    }
}

fn page(
    web: &Web,
    frame: &Frame,
    house: &House,
    form: &MemberForm,
    problem: Option<&Problem>,
) -> Html<String> {
    let (t, chrome) = (frame.tongue(web), frame.chrome(web));
    let refused = Refused::new(problem, t);
    let (title, staff, crumbs) = (
        t.say("staff-new"),
        t.say("staff-title"),
        t.say("shell-crumbs"),
    );
    let head = HeadView {
        crumbs: &[("/staff", &staff)],
        crumbs_label: &crumbs,
        title: &title,
        ..HeadView::default()
    };
    let words: Vec<_> = house.departments.iter().map(indented).collect();
    let choices: Vec<_> = house
        .departments
        .iter()
        .zip(&words)
        .map(|(one, label)| Choice {
            value: &one.named.id,
            label,
            on: one.named.id == form.department,
        })
        .collect();
    let line = |view: FieldView<'_>, key: &str| {
        let (label, err) = (t.say(key), refused.of(view.name));
        field(&FieldView {
            label: &label,
            err: err.as_deref(),
            must: true,
            span: Span::Third,
            ..view
        })
    };
    let help = t.say("staff-login_help");
    let (save, back) = (t.say("staff-open"), t.say("shell-cancel"));
    let body = html! {
        (page_head(&head, &html! {}))
        @if let Some(whole) = refused.whole() { (banner(&chrome, Tone::Bad, "", &html! { (whole) })) }
        form method="post" action="/staff" class="sheet form" data-island="dirty" {
            (part(&t.say("staff-account"), &t.say("staff-account_note"), &html! {
                (line(FieldView { name: "name", value: &form.name, max_len: Some(60), autofocus: true,
                    ..FieldView::default() }, "staff-name"))
                (line(FieldView { name: "login", value: &form.login, max_len: Some(40), help: Some(&help),
                    autocomplete: Some("off"), ..FieldView::default() }, "staff-login"))
                (line(FieldView { name: "department", kind: Kind::Select(&choices),
                    ..FieldView::default() }, "staff-department"))
            }))
            (form_foot(&html! {
                (btn_link(&chrome, &Btn::new(&back).quiet(), "/staff"))
                span class="push" {}
                (btn(&chrome, &Btn::new(&save).go()))
            }))
        }
    };
    desk::page(web, frame, &title, &body)
}
