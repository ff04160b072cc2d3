//! The HTML face: pages drawn on the server, which work without JavaScript too.

mod account;
mod ask;
mod assets;
mod attachments;
mod cards;
pub mod components;
mod contacts;
mod customers;
mod form;
mod frame;
mod guard;
mod login;
mod references;
mod refusal;
mod rooms;
mod said;
mod sent;
mod setup;
mod state;
mod views;
mod visit;

use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use axum::{Router, middleware};

pub use state::Web;

/// A form with files is at most this long, bytes; each file has a limit of its own.
const FILES: usize = 320 << 20;

/// All pages and their files.
pub fn router(web: Web) -> Router {
    Router::new()
        .route("/", get(customers::home))
        .route("/login", get(login::get).post(login::post))
        .route("/logout", post(login::leave))
        .route("/setup/{token}", get(setup::get).post(setup::post))
        .route("/customers", get(customers::list).post(customers::create))
        .route("/customers/new", get(customers::blank))
        .route("/customers/count", get(customers::count))
        .route("/customers/{id}", get(customers::show))
        .route("/views", post(views::create))
        .route("/views/{id}/name", post(views::rename))
        .route("/views/{id}/deletion", post(views::delete))
        .route(
            "/customers/{id}/attachments",
            get(attachments::list)
                .post(attachments::create)
                .layer(DefaultBodyLimit::max(FILES)),
        )
        .route("/attachments/{id}", get(attachments::show))
        .route("/attachments/{id}/removal", post(attachments::remove))
        .route(
            "/customers/{id}/contacts",
            get(contacts::list)
                .post(contacts::create)
                .layer(DefaultBodyLimit::max(FILES)),
        )
        .route("/customers/{id}/timeline", get(contacts::timeline))
        .route("/contacts", post(contacts::named))
        .route("/contacts/new", get(contacts::blank))
        .route(
            "/contacts/{id}",
            get(contacts::edit)
                .post(contacts::save)
                .layer(DefaultBodyLimit::max(FILES)),
        )
        .route("/contacts/{id}/removal", post(contacts::remove))
        .route("/customers/{id}/cards", post(cards::open))
        .route("/cards/{id}", get(cards::show).post(cards::save))
        .route("/cards/{id}/edit", get(cards::edit))
        .route("/cards/{id}/sheet", post(cards::sheet))
        .route(
            "/cards/{id}/files",
            post(cards::files).layer(DefaultBodyLimit::max(FILES)),
        )
        .route(
            "/cards/{id}/rows/{repeat}/files",
            post(cards::row_files).layer(DefaultBodyLimit::max(FILES)),
        )
        .route("/cards/{id}/revisions", get(cards::history))
        .route(
            "/cards/{id}/signatures/{field}",
            get(cards::pad).post(cards::sign),
        )
        .route(
            "/cards/{id}/rows/{repeat}",
            get(cards::log).post(cards::write),
        )
        .route("/cards/{id}/rows/{repeat}/new", get(cards::blank))
        .route(
            "/cards/{id}/rows/{repeat}/{row}/signatures/{field}",
            get(cards::row_pad).post(cards::row_sign),
        )
        .route(
            "/forms/{key}/reference",
            get(references::show).post(references::publish),
        )
        .route("/forms/{key}/reference/edit", get(references::edit))
        .route("/palette", get(customers::palette))
        .route("/account", get(account::show))
        .route("/account/look", post(account::look))
        .route("/account/sessions/{id}/revocation", post(account::revoke))
        .route("/assets/{file}", get(assets::get))
        .fallback(refusal::nowhere)
        .with_state(web.clone())
        .layer(middleware::from_fn(guard::guard))
        .layer(middleware::from_fn_with_state(web, refusal::say))
}
