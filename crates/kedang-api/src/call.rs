//! The caller of a request.

use std::convert::Infallible;
use std::net::SocketAddr;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header::{AUTHORIZATION, COOKIE, HeaderName, USER_AGENT};
use axum::http::request::Parts;
use kedang_app::idempotency::Once;
use kedang_app::{Call, Door, Via};

/// Who calls; a stranger is told so by the use case.
pub(crate) struct Caller(pub(crate) Call);

impl<S: Sync> FromRequestParts<S> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let header = |name: HeaderName| parts.headers.get(name).and_then(|v| v.to_str().ok());
        let address = parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map_or_else(String::new, |peer| peer.0.ip().to_string());
        let door = Door {
            authorization: header(AUTHORIZATION),
            cookie: header(COOKIE),
            user_agent: header(USER_AGENT),
            address: &address,
            request_id: header(HeaderName::from_static("x-request-id")).unwrap_or(""),
        };
        let once = parts.extensions.get::<Once>().cloned();
        let call = Call::read(Via::Api, door);
        Ok(Self(Call { once, ..call }))
    }
}
