//! The whole of what is served.

use std::sync::Arc;

use axum::routing::get;
use axum::{Router, middleware};
use kedang_api::Api;
use kedang_app::App;
use kedang_web::{Trust, Web};
use kedang_words::Words;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use super::{health, layers};

/// Pages, JSON and the health of both.
///
/// # Errors
/// When the built files are missing.
pub fn router(app: Arc<App>, words: Arc<Words>) -> anyhow::Result<Router> {
    router_trusting(app, words, None)
}

/// The same, with the page that says how to trust the house's own authority.
///
/// # Errors
/// When the built files are missing.
pub fn router_trusting(
    app: Arc<App>,
    words: Arc<Words>,
    trust: Option<Arc<Trust>>,
) -> anyhow::Result<Router> {
    let api = kedang_api::router(Api {
        app: app.clone(),
        words: words.clone(),
    })?;
    let web = Web::new(app.clone(), words).map_err(anyhow::Error::msg)?;
    let web = kedang_web::router(web.trusting(trust));
    let health = Router::new()
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .with_state(app);
    Ok(web
        .nest("/api/v1", api)
        .merge(health)
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .layer(middleware::from_fn(layers::security_headers))
        .layer(middleware::from_fn(layers::request_id))
        .layer(middleware::from_fn(layers::patience))
        .layer(CatchPanicLayer::new()))
}
