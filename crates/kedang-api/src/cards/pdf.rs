//! `GET /cards/{id}/pdf`.

use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kedang_app::customers::Taker;
use kedang_app::paper::{PrintCard, Voice};
use kedang_core::file_name::{of_title, quoted};

use serde::Deserialize;
use utoipa::IntoParams;

use super::ids;
use crate::Api;
use crate::ask::Ask;
use crate::call::Caller;
use crate::refusal::{ProblemDocument, Refusal};

/// What of it.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PartAsk {
    /// One part alone: the key of the section that heads it.
    part: Option<String>,
}

/// The card as its document looks, A4, in the language of the caller's pages. Answers that are not
/// for the caller are not on it; that it was printed is noted first.
#[utoipa::path(get, path = "/cards/{id}/pdf", tag = "cards",
    params(("id" = String, Path, description = "The card", format = "uuid"), PartAsk), responses(
    (status = 200, description = "The pages", content((Vec<u8> = "application/pdf"))),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 422, description = "No such part", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn pdf(
    State(api): State<Api>,
    Caller(call): Caller,
    Path(id): Path<String>,
    Ask(ask): Ask<PartAsk>,
) -> Result<Response, Refusal> {
    let voice = Voice::new(api.words.clone().teller());
    let ask = PrintCard {
        card: ids::card(&id)?,
        part: ask.part,
    };
    let printed = api.app.print_card(&Taker::Caller(call), ask, voice).await?;
    let name = quoted(&format!("{}.pdf", of_title(&printed.name)));
    let mut response = printed.pdf.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    // Percent signs and ASCII only: it is a header.
    if let Ok(value) = HeaderValue::try_from(format!("attachment; filename*=UTF-8''{name}")) {
        headers.insert(CONTENT_DISPOSITION, value);
    }
    Ok(response)
}
