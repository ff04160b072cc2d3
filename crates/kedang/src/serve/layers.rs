//! What every request and every answer carries.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Nothing from elsewhere, nothing inline.
const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
                   img-src 'self' blob: data:; connect-src 'self'; font-src 'self'; frame-src 'self'; \
                   form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// No answer takes longer; long work is a job.
const PATIENCE: Duration = Duration::from_secs(30);
/// A file may come over a weak line, and a long list takes its time to be written.
const UPLOAD: Duration = Duration::from_secs(600);
/// Where lists go out.
const LISTS: [&str; 3] = [
    "/customers/export",
    "/customers/print",
    "/api/v1/customer-list",
];

/// Gives a request up that takes too long.
pub(super) async fn patience(request: Request, next: Next) -> Response {
    let kind = request.headers().get(CONTENT_TYPE);
    let kind = kind.map_or(&b""[..], HeaderValue::as_bytes);
    let upload = kind.starts_with(b"multipart/") || kind.starts_with(b"application/octet-stream");
    let list = LISTS.contains(&request.uri().path());
    let limit = if upload || list { UPLOAD } else { PATIENCE };
    let answer = tokio::time::timeout(limit, next.run(request)).await;
    answer.unwrap_or_else(|_| StatusCode::SERVICE_UNAVAILABLE.into_response())
}

/// Gives the request an id of our own: what a client sends is not trusted into logs and audit.
pub(super) async fn request_id(mut request: Request, next: Next) -> Response {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    // Asking for the process id is a system call on every request.
    static PROCESS: OnceLock<u32> = OnceLock::new();
    let process = PROCESS.get_or_init(std::process::id);
    let id = format!("{process:x}-{:x}", NEXT.fetch_add(1, Ordering::Relaxed));
    let Ok(value) = HeaderValue::try_from(id) else {
        return next.run(request).await;
    };
    request.headers_mut().insert(REQUEST_ID, value.clone());
    let mut response = next.run(request).await;
    response.headers_mut().insert(REQUEST_ID, value);
    response
}

/// Adds the headers that make a browser strict with us.
pub(super) async fn security_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    // What is handed out of a dossier brings a stricter one.
    if !headers.contains_key(CONTENT_SECURITY_POLICY) {
        set(headers, CONTENT_SECURITY_POLICY, CSP);
    }
    set(headers, X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(headers, REFERRER_POLICY, "same-origin");
    set(
        headers,
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    set(
        headers,
        HeaderName::from_static("permissions-policy"),
        "camera=(self), geolocation=()",
    );
    if !headers.contains_key(CACHE_CONTROL) {
        set(headers, CACHE_CONTROL, "no-store");
    }
    response
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.insert(name, HeaderValue::from_static(value));
}
