//! The query of an address, with the parameter named when it has the wrong shape.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use kedang_core::Problem;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use utoipa::IntoParams;

use crate::refusal::Refusal;

/// The query, read into `T`.
pub(crate) struct Ask<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Sync> FromRequestParts<S> for Ask<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let query = parts.uri.query().unwrap_or("").as_bytes();
        let pairs = serde_urlencoded::Deserializer::new(form_pairs(query));
        serde_path_to_error::deserialize(pairs)
            .map(Self)
            .map_err(|error| {
                let path = error.path().to_string();
                Problem::invalid("request.query_wrong")
                    .field(&path, "request.field_wrong")
                    .into()
            })
    }
}

fn form_pairs(query: &[u8]) -> form_urlencoded::Parse<'_> {
    form_urlencoded::parse(query)
}

/// Which page of a list that hangs on one customer.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PageAsk {
    /// `next_cursor` of the page before.
    pub(crate) cursor: Option<String>,
    /// Rows at most.
    #[serde(default = "limit")]
    #[param(minimum = 1, maximum = 200, default = 50)]
    pub(crate) limit: u32,
}

fn limit() -> u32 {
    50
}
