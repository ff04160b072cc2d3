//! `/healthz` and `/readyz`.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use kedang_app::App;

/// The process runs.
pub(super) async fn alive() -> &'static str {
    "ok"
}

/// All of it is there: the database answers and takes writes.
pub(super) async fn ready(State(app): State<Arc<App>>) -> StatusCode {
    if app.is_ready().await {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    }
}
