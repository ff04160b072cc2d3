//! The language in which a caller wants to be told things.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use kedang_words::Lang;

/// The language of `Accept-Language`; Chinese without one.
pub(crate) struct Speaks(pub(crate) Lang);

impl Speaks {
    /// The language that the headers ask for.
    pub(crate) fn of(headers: &HeaderMap) -> Lang {
        let asked = headers.get(ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok());
        Lang::prefer(asked.unwrap_or(""))
    }
}

impl<S: Sync> FromRequestParts<S> for Speaks {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(Self::of(&parts.headers)))
    }
}
