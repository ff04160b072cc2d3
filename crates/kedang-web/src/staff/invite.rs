//! The page behind a link: somebody sets his password.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use kedang_app::AppError;
use kedang_app::staff::Invited;
use kedang_core::{Kind as Family, Problem};
use kedang_words::Tongue;
use maud::html;
use serde::Deserialize;

use crate::Web;
use crate::components::{Btn, FieldView, GatePage, Kind, Tone, banner, btn, field, gate};
use crate::form::{Posted, Refused};
use crate::frame;
use crate::refusal::Refusal;
use crate::visit::Visit;

#[derive(Deserialize, Default)]
pub(crate) struct PasswordForm {
    password: String,
}

/// The form, as long as the link may be used.
pub(crate) async fn invite(
    State(web): State<Web>,
    visit: Visit,
    Path(token): Path<String>,
) -> Result<Html<String>, Refusal> {
    let who = whose(&web, &token).await?;
    Ok(page(&web, &visit, &who, None))
}

async fn whose(web: &Web, token: &str) -> Result<Invited, Refusal> {
    let found = web.app.invited(token).await?;
    Ok(found.ok_or_else(|| Problem::not_found("staff.link_dead"))?)
}

/// Sets the password and leads to the door.
pub(crate) async fn accept(
    State(web): State<Web>,
    visit: Visit,
    Path(token): Path<String>,
    Posted(form): Posted<PasswordForm>,
) -> Result<Response, Refusal> {
    match web.app.accept(&visit.call, &token, &form.password).await {
        Ok(()) => Ok(Redirect::to("/login").into_response()),
        Err(AppError::Problem(problem)) if problem.kind == Family::Invalid => {
            let who = whose(&web, &token).await?;
            let body = page(&web, &visit, &who, Some(&problem));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, body).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

fn page(web: &Web, visit: &Visit, who: &Invited, problem: Option<&Problem>) -> Html<String> {
    let t = Tongue::new(&web.words, visit.lang);
    let chrome = frame::stranger(web, t);
    let title = t.with("invite-title", &[("name", who.name.as_str().into())]);
    let over = t.with("invite-over", &[("login", who.login.as_str().into())]);
    let refused = Refused::new(problem, t);
    let (label, save, wrong) = (
        t.say("setup-password"),
        t.say("invite-save"),
        refused.of("password"),
    );
    let body = html! {
        @if let Some(whole) = refused.whole() { (banner(&chrome, Tone::Bad, "", &html! { (whole) })) }
        form method="post" class="fields mt2" {
            // The browser keeps the password under the right name.
            input type="hidden" name="username" value=(who.login) autocomplete="username";
            (field(&FieldView { name: "password", label: &label, kind: Kind::Password, must: true,
                err: wrong.as_deref(), autocomplete: Some("new-password"), autofocus: true,
                ..FieldView::default() }))
            div class="c12" { (btn(&chrome, &Btn::new(&save).go())) }
        }
    };
    let page = GatePage {
        chrome,
        title: &title,
        over: &over,
        foot: None,
        wide: false,
    };
    Html(gate(&page, &body).into_string())
}
