//! The whole of what is served.

use std::sync::Arc;
use std::time::Duration;

use axum::http::StatusCode;
use axum::routing::get;
use axum::{Router, middleware};
use kedang_api::Api;
use kedang_app::App;
use kedang_web::Web;
use kedang_words::Words;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

use super::{health, layers};

/// No answer takes longer; long work is a job.
const PATIENCE: Duration = Duration::from_secs(30);

/// Pages, JSON and the health of both.
///
/// # Errors
/// When the built files are missing.
pub fn router(app: Arc<App>, words: Arc<Words>) -> anyhow::Result<Router> {
    let api = kedang_api::router(Api {
        app: app.clone(),
        words: words.clone(),
    })?;
    let web = kedang_web::router(Web::new(app.clone(), words).map_err(anyhow::Error::msg)?);
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
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            PATIENCE,
        ))
        .layer(CatchPanicLayer::new()))
}
