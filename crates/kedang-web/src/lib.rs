//! The HTML face: pages drawn on the server, which work without JavaScript too.

mod account;
mod ask;
mod assets;
mod cards;
mod changes;
pub mod components;
mod customers;
mod duplicates;
mod form;
mod frame;
mod guard;
mod login;
mod merges;
mod recycling;
mod refusal;
mod rooms;
mod setup;
mod state;
mod views;
mod visit;

use axum::routing::{get, post};
use axum::{Router, middleware};

pub use state::Web;

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
        .route(
            "/customers/{id}",
            get(customers::show).post(customers::save),
        )
        .route("/customers/{id}/edit", get(customers::edit))
        .route("/customers/{id}/changes", post(changes::add))
        .route("/customers/{id}/changes/new", get(changes::blank))
        .route(
            "/customers/{id}/deletion",
            get(recycling::ask).post(recycling::delete),
        )
        .route("/merges", post(merges::create))
        .route("/merges/new", get(merges::blank))
        .route("/merges/{id}", get(merges::show))
        .route("/merges/{id}/undoing", post(merges::undo))
        .route("/bin", get(recycling::list))
        .route("/bin/{id}/restoration", post(recycling::restore))
        .route("/duplicates", get(duplicates::list))
        .route("/duplicates/{id}/distinct", post(duplicates::settle))
        .route("/views", post(views::create))
        .route("/views/{id}/name", post(views::rename))
        .route("/views/{id}/deletion", post(views::delete))
        .route("/customers/{id}/cards", post(cards::open))
        .route("/cards/{id}", get(cards::show).post(cards::save))
        .route("/cards/{id}/edit", get(cards::edit))
        .route("/cards/{id}/sheet", post(cards::sheet))
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
