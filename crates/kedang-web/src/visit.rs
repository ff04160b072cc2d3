//! The visitor of a page.

use std::convert::Infallible;
use std::net::SocketAddr;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header::{ACCEPT_LANGUAGE, AUTHORIZATION, COOKIE, HeaderName, USER_AGENT};
use axum::http::request::Parts;
use kedang_app::{Call, Door, Via};
use kedang_words::Lang;

/// Who comes, and what can be known of him before he is recognised.
pub(crate) struct Visit {
    /// The call to hand to a use case.
    pub(crate) call: Call,
    /// What his browser prefers; counts until he is signed in.
    pub(crate) lang: Lang,
}

impl<S: Sync> FromRequestParts<S> for Visit {
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
        let lang = Lang::prefer(header(ACCEPT_LANGUAGE).unwrap_or(""));
        Ok(Self {
            call: Call::read(Via::Web, door),
            lang,
        })
    }
}
