//! `Idempotency-Key`: a `POST` that carries one is done once; sent again it gets its first answer.

use axum::body::{Body, to_bytes};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::header::{CONTENT_TYPE, ETAG, HeaderName, LOCATION};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kedang_app::idempotency::{Answered, Once};
use kedang_app::{AppError, Call};
use kedang_core::digest::sha256;
use kedang_core::{Kind, Problem};

use crate::Api;
use crate::body::LONGEST;
use crate::call::Caller;
use crate::refusal::Refusal;

const KEY: HeaderName = HeaderName::from_static("idempotency-key");
/// On an answer that was given before.
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");
/// A key is at most this long, characters.
const LONGEST_KEY: usize = 200;
/// An answer of the plain interface is at most this long, bytes.
const LONGEST_ANSWER: usize = 16 << 20;
/// The headers that belong to an answer.
const KEPT: [HeaderName; 3] = [CONTENT_TYPE, LOCATION, ETAG];

/// Answers from what is known of the key, or lets the request pass and keeps its answer.
pub(crate) async fn once(State(api): State<Api>, request: Request, next: Next) -> Response {
    let Some(key) = request.headers().get(KEY) else {
        return next.run(request).await;
    };
    if request.method() != Method::POST {
        return next.run(request).await;
    }
    let key = key.to_str().ok().map(str::to_owned);
    match keyed(&api, key, request, next).await {
        Ok(answer) => answer,
        Err(refusal) => refusal.into_response(),
    }
}

async fn keyed(
    api: &Api,
    key: Option<String>,
    request: Request,
    next: Next,
) -> Result<Response, Refusal> {
    let fits = |key: &String| (1..=LONGEST_KEY).contains(&key.len());
    let wrong = || Problem::invalid("request.key_wrong").with("max", LONGEST_KEY);
    let key = key.filter(fits).ok_or_else(wrong)?;
    if is_file(request.headers()) {
        return Err(Problem::invalid("request.key_no_file").into());
    }
    let (mut parts, body) = request.into_parts();
    let bytes = to_bytes(body, LONGEST)
        .await
        .ok()
        .ok_or_else(|| Problem::invalid("request.body_long").with("max", LONGEST))?;
    let route = format!("{} {}", parts.method, parts.uri.path());
    let address = format!("{} {}\n", parts.method, parts.uri);
    let once = Once {
        key,
        route,
        hash: sha256(&[address.as_bytes(), &bytes]),
    };
    let Ok(Caller(call)) = Caller::from_request_parts(&mut parts, &()).await;
    match api.app.answered(&call, &once).await {
        Ok(Some(answer)) => return Ok(again(answer)),
        Ok(None) => {}
        // A stranger is told so by the address itself, as without a key.
        Err(AppError::Problem(problem)) if problem.kind == Kind::Unauthenticated => {}
        Err(other) => return Err(other.into()),
    }
    parts.extensions.insert(once.clone());
    let answer = next
        .run(Request::from_parts(parts, Body::from(bytes)))
        .await;
    Ok(kept(api, &call, &once, answer).await)
}

fn is_file(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes);
    kind.is_some_and(|kind| {
        kind.starts_with(b"application/octet-stream") || kind.starts_with(b"multipart/")
    })
}

/// Keeps the answer of what was done; a refusal did nothing, and may be tried again.
async fn kept(api: &Api, call: &Call, once: &Once, response: Response) -> Response {
    if !response.status().is_success() {
        return response;
    }
    let (parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, LONGEST_ANSWER).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let header = |name: &HeaderName| {
        let value = parts.headers.get(name)?.to_str().ok()?;
        Some((name.as_str().to_owned(), value.to_owned()))
    };
    let answer = Answered {
        status: parts.status.as_u16(),
        headers: KEPT.iter().filter_map(header).collect(),
        body: bytes.to_vec(),
    };
    if let Err(error) = api.app.keep_answer(call, once, &answer).await {
        // It was done, and says so; who sends it again is told to look.
        tracing::warn!(%error, "an answer was not kept");
    }
    Response::from_parts(parts, Body::from(bytes))
}

fn again(answer: Answered) -> Response {
    let mut response = Response::new(Body::from(answer.body));
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK);
    let headers = response.headers_mut();
    for (name, value) in answer.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            headers.insert(name, value);
        }
    }
    headers.insert(REPLAYED, HeaderValue::from_static("true"));
    response
}
