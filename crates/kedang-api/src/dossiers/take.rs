//! `GET /customers/{id}/dossier`.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::CONTENT_DISPOSITION;
use axum::response::{IntoResponse, Response};
use kedang_app::customers::Taker;
use kedang_core::file_name::{of_title, quoted};
use kedang_words::Tongue;

use super::DossierDocument;
use crate::Api;
use crate::call::Caller;
use crate::customers::ids;
use crate::refusal::{ProblemDocument, Refusal};
use crate::speaks::Speaks;

/// The whole dossier, as the caller may take it out: the customer, its persons, every card with
/// answers, rows and signatures, the contact log, what is enclosed, the timeline. Answers that are
/// not for the caller are named in `masked` and are not in it. That it left is noted first.
#[utoipa::path(get, path = "/customers/{id}/dossier", tag = "customers",
    params(("id" = String, Path, description = "The customer", format = "uuid")), responses(
    (status = 200, description = "The dossier", body = DossierDocument),
    (status = 401, description = "Nobody signed in", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 403, description = "Not for this role, or not to leave", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 404, description = "Not there, or not to be known", body = ProblemDocument, content_type = "application/problem+json"),
    (status = 409, description = "Became one with another", body = ProblemDocument, content_type = "application/problem+json"),
))]
pub(crate) async fn dossier(
    State(api): State<Api>,
    Caller(call): Caller,
    Speaks(lang): Speaks,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let whose = ids::customer(&id)?;
    let dossier = api
        .app
        .take_dossier(&Taker::Caller(call), whose.as_str())
        .await?;
    let name = quoted(&format!("{}.json", of_title(&dossier.customer.name)));
    let document = DossierDocument::of(dossier, Tongue::new(&api.words, lang));
    let mut response = Json(document).into_response();
    // Percent signs and ASCII only: it is a header.
    if let Ok(value) = HeaderValue::try_from(format!("attachment; filename*=UTF-8''{name}")) {
        response.headers_mut().insert(CONTENT_DISPOSITION, value);
    }
    Ok(response)
}
