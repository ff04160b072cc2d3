//! A JSON body, with the field named when it has the wrong shape.

use axum::body::to_bytes;
use axum::extract::{FromRequest, Request};
use kedang_core::Problem;
use serde::de::DeserializeOwned;

use crate::refusal::Refusal;

/// A body of the plain interface is at most this long, bytes.
pub(crate) const LONGEST: usize = 1 << 20;

/// The body, read into `T`.
pub(crate) struct Body<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Sync> FromRequest<S> for Body<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, _: &S) -> Result<Self, Refusal> {
        let bytes = to_bytes(request.into_body(), LONGEST)
            .await
            .ok()
            .ok_or_else(|| Problem::invalid("request.body_long").with("max", LONGEST))?;
        let mut json = serde_json::Deserializer::from_slice(&bytes);
        let read = serde_path_to_error::deserialize(&mut json).map_err(|error| {
            let path = error.path().to_string();
            if path == "." || error.inner().is_syntax() || error.inner().is_eof() {
                return Problem::invalid("request.body_wrong");
            }
            Problem::invalid("request.body_wrong").field(&path, "request.field_wrong")
        })?;
        json.end()
            .ok()
            .ok_or_else(|| Problem::invalid("request.body_wrong"))?;
        Ok(Self(read))
    }
}
