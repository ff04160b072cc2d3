//! What is tidied up while the product runs.

use std::sync::Arc;
use std::time::Duration;

use kedang_app::App;

/// Files of uploads that broke off and answers that nobody asks for any more are swept at the
/// start and then so often.
const EVERY: Duration = Duration::from_secs(6 * 3600);

/// Sweeps until the program ends.
pub async fn tidy(app: Arc<App>) {
    loop {
        match app.sweep_files().await {
            Ok(swept) => tracing::info!(?swept, "files swept"),
            Err(error) => tracing::warn!(%error, "files were not swept"),
        }
        match app.forget_answers().await {
            Ok(forgotten) => tracing::info!(forgotten, "answers forgotten"),
            Err(error) => tracing::warn!(%error, "answers were not forgotten"),
        }
        tokio::time::sleep(EVERY).await;
    }
}
