//! `If-Match`: the version on which a change is made.

use axum::extract::FromRequestParts;
use axum::http::header::IF_MATCH;
use axum::http::request::Parts;
use kedang_core::Problem;

use crate::refusal::Refusal;

/// The version in `If-Match`, as `ETag` gave it. What is no version of ours matches none.
pub(crate) struct Version(pub(crate) i64);

impl<S: Sync> FromRequestParts<S> for Version {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let header = parts.headers.get(IF_MATCH);
        let header = header.ok_or_else(|| Problem::invalid("request.version_missing"))?;
        let number = header.to_str().ok().and_then(|text| {
            let inner = text.trim().strip_prefix('"')?.strip_suffix('"')?;
            inner.parse().ok()
        });
        Ok(Self(number.unwrap_or(-1)))
    }
}

/// The `ETag` of a version.
pub(crate) fn etag(version: i64) -> String {
    format!("\"{version}\"")
}
