//! A refusal as a page.

use axum::extract::{Request, State};
use axum::http::header::{LOCATION, RETRY_AFTER};
use axum::http::{HeaderValue, Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Redirect, Response};
use kedang_app::AppError;
use kedang_core::{Kind, Problem};
use kedang_words::{Lang, Tongue};
use maud::html;

use crate::Web;
use crate::components::{Btn, GatePage, btn_link, gate};
use crate::form::sentence;
use crate::frame;
use crate::visit::Visit;

/// What a handler answers instead of its page.
pub(crate) struct Refusal(AppError);

impl<E: Into<AppError>> From<E> for Refusal {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

#[derive(Clone)]
struct Unsaid(Problem);

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let passing = self.0.is_passing();
        let (status, problem) = match self.0 {
            AppError::Problem(problem) => (status(problem.kind), problem),
            // A page with the form on it tells the findings itself.
            AppError::Findings(_) => (
                StatusCode::UNPROCESSABLE_ENTITY,
                Problem::invalid("card.invalid"),
            ),
            error if passing => {
                tracing::warn!(%error, "busy");
                (
                    StatusCode::SERVICE_UNAVAILABLE,
                    Problem::too_many("server.busy"),
                )
            }
            error => {
                tracing::error!(%error, "unexpected");
                (
                    StatusCode::INTERNAL_SERVER_ERROR,
                    Problem::too_many("server.failed"),
                )
            }
        };
        let mut response = status.into_response();
        if passing {
            response
                .headers_mut()
                .insert(RETRY_AFTER, HeaderValue::from_static("1"));
        }
        let there = problem.text("id").filter(|_| problem.kind == Kind::Moved);
        let there = there.map(|id| format!("/customers/{id}"));
        if let Some(there) = there.and_then(|there| HeaderValue::from_str(&there).ok()) {
            response.headers_mut().insert(LOCATION, there);
        }
        response.extensions_mut().insert(Unsaid(problem));
        response
    }
}

fn status(kind: Kind) -> StatusCode {
    match kind {
        Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::Unauthenticated => StatusCode::UNAUTHORIZED,
        Kind::Forbidden => StatusCode::FORBIDDEN,
        Kind::NotFound => StatusCode::NOT_FOUND,
        Kind::Moved => StatusCode::MOVED_PERMANENTLY,
        Kind::Conflict | Kind::Stale => StatusCode::CONFLICT,
        Kind::TooMany => StatusCode::TOO_MANY_REQUESTS,
    }
}

/// An address that is none.
pub(crate) async fn nowhere() -> Refusal {
    Problem::not_found("request.nowhere").into()
}

/// Draws the refusal; whoever is not signed in is led to the door and back.
pub(crate) async fn say(
    State(web): State<Web>,
    visit: Visit,
    method: Method,
    uri: Uri,
    request: Request,
    next: Next,
) -> Response {
    let mut response = next.run(request).await;
    let Some(Unsaid(problem)) = response.extensions_mut().remove::<Unsaid>() else {
        return response;
    };
    if problem.code == "session.missing" {
        let next = uri.path_and_query().filter(|_| method == Method::GET);
        return Redirect::to(&login_address(next.map_or("/", |p| p.as_str()))).into_response();
    }
    let mut parts = response.into_parts().0;
    let body = page(&web, visit.lang, &problem).into_response();
    parts.headers.extend(body.headers().clone());
    Response::from_parts(parts, body.into_body())
}

/// The door, with the way back.
fn login_address(next: &str) -> String {
    if next == "/" {
        return "/login".to_owned();
    }
    let query = serde_urlencoded::to_string([("next", next)]).unwrap_or_default();
    format!("/login?{query}")
}

fn page(web: &Web, lang: Lang, problem: &Problem) -> Html<String> {
    let tongue = Tongue::new(&web.words, lang);
    let chrome = frame::stranger(web, tongue);
    let title = sentence(tongue, problem.code, &problem.args);
    let back = tongue.say("shell-back_home");
    let home = Btn::new(&back).go();
    let body = html! {
        p class="mt2 mb2" { (tongue.say("shell-refused_way_on")) }
        (btn_link(&chrome, &home, "/"))
    };
    let page = GatePage {
        chrome,
        title: &title,
        over: "",
        foot: None,
        wide: false,
    };
    Html(gate(&page, &body).into_string())
}
