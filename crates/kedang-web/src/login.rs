//! The door: signing in and out.

use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderName, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use kedang_app::sessions::{self, SignIn};
use kedang_app::{AppError, COOKIE};
use kedang_core::Problem;
use kedang_words::Tongue;
use maud::{Markup, html};
use serde::Deserialize;

use crate::Web;
use crate::ask::Ask;
use crate::components::{Btn, FieldView, GatePage, Kind, Tone, banner, btn, field, gate, tick};
use crate::form::{Posted, Refused};
use crate::frame;
use crate::refusal::Refusal;
use crate::visit::Visit;

#[derive(Deserialize, Default)]
pub(crate) struct LoginAsk {
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
pub(crate) struct LoginForm {
    login: String,
    password: String,
    remember: Option<String>,
    #[serde(default)]
    next: String,
}

/// The form; a company that is not set up yet says how.
pub(crate) async fn get(
    State(web): State<Web>,
    visit: Visit,
    Ask(ask): Ask<LoginAsk>,
) -> Result<Html<String>, Refusal> {
    let tongue = Tongue::new(&web.words, visit.lang);
    if !web.app.is_set_up().await? {
        let body = html! { p class="mt2" { (tongue.say("login-not_set_up")) } };
        return Ok(page(&web, tongue, &body));
    }
    Ok(page(&web, tongue, &form(&web, tongue, &ask.next, "", None)))
}

/// Opens a session and leads to where the visitor wanted to go.
pub(crate) async fn post(
    State(web): State<Web>,
    visit: Visit,
    Posted(typed): Posted<LoginForm>,
) -> Result<Response, Refusal> {
    let remember = typed.remember.is_some();
    let ask = SignIn {
        login: typed.login.clone(),
        password: typed.password,
        remember,
    };
    match web.app.sign_in(&visit.call, ask).await {
        Ok(opened) => {
            let cookie = set_cookie(&opened.token, opened.max_age);
            Ok((cookie, Redirect::to(within(&typed.next))).into_response())
        }
        Err(AppError::Problem(problem)) => {
            let tongue = Tongue::new(&web.words, visit.lang);
            let body = form(&web, tongue, &typed.next, &typed.login, Some(&problem));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&web, tongue, &body)).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

/// Ends the session.
pub(crate) async fn leave(State(web): State<Web>, visit: Visit) -> Result<Response, Refusal> {
    web.app
        .write(&visit.call, |tx, scene| match &scene.session {
            Some(session) => sessions::revoke(tx, scene, session),
            None => Ok(()),
        })
        .await?;
    Ok((set_cookie("", Some(0)), Redirect::to("/login")).into_response())
}

fn set_cookie(token: &str, max_age: Option<i64>) -> [(HeaderName, String); 1] {
    let life = max_age.map_or_else(String::new, |seconds| format!("; Max-Age={seconds}"));
    let cookie = format!("{COOKIE}={token}; Path=/; Secure; HttpOnly; SameSite=Lax{life}");
    [(SET_COOKIE, cookie)]
}

/// A place on this site, or the first page: a link to the door must not lead elsewhere.
fn within(next: &str) -> &str {
    let inside = next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains(|c: char| c == '\\' || c.is_control());
    if inside { next } else { "/" }
}

fn page(web: &Web, tongue: Tongue, body: &Markup) -> Html<String> {
    let (title, foot) = (tongue.say("login-title"), tongue.say("login-foot"));
    let foot = html! {
        (foot)
        @if web.trust.is_some() { " " a class="und" href="/trust" { (tongue.say("trust-link")) } }
    };
    let chrome = frame::stranger(web, tongue);
    let page = GatePage {
        chrome,
        title: &title,
        over: "",
        foot: Some(&foot),
        wide: false,
    };
    Html(gate(&page, body).into_string())
}

fn form(web: &Web, t: Tongue, next: &str, login: &str, problem: Option<&Problem>) -> Markup {
    let chrome = frame::stranger(web, t);
    let wrong = Refused::new(problem, t).whole();
    let (login_label, password_label) = (t.say("login-login"), t.say("login-password"));
    let (forgotten, enter) = (t.say("login-forgotten"), t.say("login-enter"));
    html! {
        @if let Some(wrong) = wrong { (banner(&chrome, Tone::Bad, "", &html! { (wrong) })) }
        form method="post" action="/login" class="stack mt2" data-island="dirty" {
            input type="hidden" name="next" value=(next);
            (field(&FieldView {
                name: "login", label: &login_label, value: login, must: true,
                autocomplete: Some("username"), autofocus: true, max_len: Some(40),
                ..FieldView::default()
            }))
            (field(&FieldView {
                name: "password", label: &password_label, kind: Kind::Password, must: true,
                help: Some(&forgotten), autocomplete: Some("current-password"),
                ..FieldView::default()
            }))
            (tick("remember", &t.say("login-remember"), false))
            (btn(&chrome, &Btn::new(&enter).go()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn the_way_back_stays_on_this_site() {
        for (next, expected) in [
            ("/customers?q=zs", "/customers?q=zs"),
            ("", "/"),
            ("//evil.example", "/"),
            ("/\\evil.example", "/"),
            ("https://evil.example", "/"),
            ("/a\nb", "/"),
        ] {
            assert_eq!(within(next), expected, "{next:?}");
        }
    }
}
