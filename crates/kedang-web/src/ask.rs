//! The query of a page's address. What has the wrong shape counts as not asked.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

/// The query, read into `T`; a query that cannot be read is the default.
pub(crate) struct Ask<T>(pub(crate) T);

impl<T: DeserializeOwned + Default, S: Sync> FromRequestParts<S> for Ask<T> {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let query = parts.uri.query().unwrap_or("");
        Ok(Self(serde_urlencoded::from_str(query).unwrap_or_default()))
    }
}
