//! The JSON face: `/api/v1`, described by its own OpenAPI document.

mod ask;
mod attachments;
mod body;
mod branches;
mod call;
mod cards;
mod changes;
mod contacts;
mod customers;
mod document;
mod dossiers;
mod duplicates;
mod form_drafts;
mod forms;
mod guard;
mod idempotent;
mod merges;
mod recycling;
mod references;
mod refusal;
mod said;
mod search;
mod session;
mod speaks;
mod staff;
mod state;
mod version;
mod views;

use axum::http::header::CONTENT_TYPE;
use axum::routing::get;
use axum::{Router, middleware};
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use dossiers::DossierDocument;
pub use state::Api;

/// All routes below `/api/v1`, among them `openapi.json`, the document that describes them.
///
/// # Errors
/// When the document cannot be written as JSON.
pub fn router(api: Api) -> Result<Router, serde_json::Error> {
    let (routes, document) = OpenApiRouter::with_openapi(document::Document::openapi())
        .routes(routes!(customers::list, customers::create))
        .routes(routes!(customers::analysis))
        .routes(routes!(customers::show, customers::edit, recycling::delete))
        .routes(routes!(recycling::list))
        .routes(routes!(recycling::restore))
        .routes(routes!(customers::sheet))
        .routes(routes!(customers::stages))
        .routes(routes!(customers::vcard))
        .routes(routes!(dossiers::dossier))
        .routes(routes!(customers::co_owners))
        .routes(routes!(branches::tree))
        .routes(routes!(branches::place, branches::lift))
        .routes(routes!(changes::list, changes::add))
        .routes(routes!(customers::persons))
        .routes(routes!(attachments::list, attachments::create))
        .routes(routes!(attachments::show, attachments::delete))
        .routes(routes!(attachments::content))
        .routes(routes!(attachments::display))
        .routes(routes!(attachments::thumbnail))
        .routes(routes!(cards::list, cards::open))
        .routes(routes!(cards::to_learn))
        .routes(routes!(cards::show, cards::save))
        .routes(routes!(cards::pdf))
        .routes(routes!(cards::revisions))
        .routes(routes!(cards::revision))
        .routes(routes!(cards::diff))
        .routes(routes!(cards::comparison))
        .routes(routes!(cards::sign))
        .routes(routes!(cards::file, cards::unfile))
        .routes(routes!(cards::rows, cards::write_row))
        .routes(routes!(cards::sign_row))
        .routes(routes!(contacts::list, contacts::create))
        .routes(routes!(contacts::timeline))
        .routes(routes!(contacts::named))
        .routes(routes!(contacts::show, contacts::edit, contacts::delete))
        .routes(routes!(form_drafts::list))
        .routes(routes!(form_drafts::publish))
        .routes(routes!(forms::list))
        .routes(routes!(forms::show))
        .routes(routes!(references::show, references::publish))
        .routes(routes!(duplicates::list))
        .routes(routes!(duplicates::delete))
        .routes(routes!(merges::create))
        .routes(routes!(merges::preview))
        .routes(routes!(merges::show, merges::delete))
        .routes(routes!(search::search))
        .routes(routes!(session::show))
        .routes(routes!(staff::list, staff::create))
        .routes(routes!(staff::show, staff::edit))
        .routes(routes!(staff::departments, staff::add))
        .routes(routes!(views::list, views::create))
        .routes(routes!(views::delete))
        .with_state(api.clone())
        .split_for_parts();
    let document = document::finished(document)?;
    Ok(routes
        .route(
            "/openapi.json",
            get(async || ([(CONTENT_TYPE, "application/json")], document)),
        )
        .method_not_allowed_fallback(refusal::method)
        .fallback(refusal::nowhere)
        .layer(middleware::from_fn_with_state(
            api.clone(),
            idempotent::once,
        ))
        .layer(middleware::from_fn(guard::guard))
        .layer(middleware::from_fn_with_state(api, refusal::say)))
}
