//! The set-up page behind the one-time link.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use kedang_app::AppError;
use kedang_app::setup::SetUp;
use kedang_core::{Kind as Family, Problem};
use kedang_words::Tongue;
use maud::{Markup, html};
use serde::Deserialize;

use crate::Web;
use crate::components::{Btn, FieldView, GatePage, Kind, Span, Tone, banner, btn, field, gate};
use crate::form::{Posted, Refused};
use crate::frame;
use crate::refusal::Refusal;
use crate::visit::Visit;

#[derive(Deserialize, Default)]
pub(crate) struct SetUpForm {
    company: String,
    name: String,
    login: String,
    password: String,
}

/// The form, as long as the link may be used.
pub(crate) async fn get(
    State(web): State<Web>,
    visit: Visit,
    Path(token): Path<String>,
) -> Result<Html<String>, Refusal> {
    if !web.app.is_invited(&token).await? {
        return Err(Problem::not_found("setup.link_dead").into());
    }
    Ok(page(&web, &visit, &SetUpForm::default(), None))
}

/// Founds the company and leads to the door.
pub(crate) async fn post(
    State(web): State<Web>,
    visit: Visit,
    Path(token): Path<String>,
    Posted(typed): Posted<SetUpForm>,
) -> Result<Response, Refusal> {
    let ask = SetUp {
        company: typed.company.clone(),
        name: typed.name.clone(),
        login: typed.login.clone(),
        password: typed.password.clone(),
        language: visit.lang.code().to_owned(),
    };
    match web.app.set_up(&visit.call, &token, ask).await {
        Ok(()) => Ok(Redirect::to("/login").into_response()),
        Err(AppError::Problem(problem)) if problem.kind == Family::Invalid => {
            let body = page(&web, &visit, &typed, Some(&problem));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, body).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

fn page(web: &Web, visit: &Visit, typed: &SetUpForm, problem: Option<&Problem>) -> Html<String> {
    let t = Tongue::new(&web.words, visit.lang);
    let (title, over) = (t.say("setup-title"), t.say("setup-over"));
    let chrome = frame::stranger(web, t);
    let foot = html! { a class="und" href="/trust" { (t.say("trust-link")) } };
    let page = GatePage {
        chrome,
        title: &title,
        over: &over,
        foot: web.trust.as_ref().map(|_| &foot),
        wide: true,
    };
    Html(gate(&page, &form(web, t, typed, &Refused::new(problem, t))).into_string())
}

fn form(web: &Web, t: Tongue, typed: &SetUpForm, refused: &Refused) -> Markup {
    let chrome = frame::stranger(web, t);
    let finish = t.say("setup-finish");
    let line = |name, key, value, kind, autocomplete, span| {
        let (label, err) = (t.say(key), refused.of(name));
        field(&FieldView {
            name,
            label: &label,
            value,
            kind,
            must: true,
            err: err.as_deref(),
            autocomplete: Some(autocomplete),
            span,
            ..FieldView::default()
        })
    };
    let text = Kind::Text;
    html! {
        @if let Some(wrong) = refused.whole() {
            (banner(&chrome, Tone::Bad, "", &html! { (wrong) }))
        }
        form method="post" class="fields mt2" {
            (line("company", "setup-company", &typed.company, text, "organization", Span::Full))
            (line("name", "setup-name", &typed.name, text, "name", Span::Half))
            (line("login", "setup-login", &typed.login, text, "username", Span::Half))
            (line("password", "setup-password", "", Kind::Password, "new-password", Span::Full))
            div class="c12" { (btn(&chrome, &Btn::new(&finish).go())) }
        }
    }
}
