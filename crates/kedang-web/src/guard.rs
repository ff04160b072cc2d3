//! Refuses unsafe requests that do not come from our own pages.

use axum::extract::Request;
use axum::http::header::{AUTHORIZATION, HOST, HeaderName, ORIGIN};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kedang_app::Origin;
use kedang_core::Problem;

use crate::refusal::Refusal;

/// Lets safe methods pass, and unsafe ones from our own pages or with a bearer token.
pub(crate) async fn guard(request: Request, next: Next) -> Response {
    if request.method().is_safe() || is_ours(&request) {
        return next.run(request).await;
    }
    Refusal::from(Problem::forbidden("request.origin_wrong")).into_response()
}

fn is_ours(request: &Request) -> bool {
    let header = |name: HeaderName| request.headers().get(name).and_then(|v| v.to_str().ok());
    Origin {
        authorization: header(AUTHORIZATION),
        sec_fetch_site: header(HeaderName::from_static("sec-fetch-site")),
        origin: header(ORIGIN),
        host: header(HOST),
    }
    .is_ours()
}
