//! Removes what uploads left behind that broke off.

use kedang_core::Instant;
use kedang_files::Swept;
use kedang_store::attachments;

use super::open::lost;
use crate::{App, AppError};

/// An upload has this long to get its row, µs: a day.
const PATIENCE: i64 = 86_400_000_000;

impl App {
    /// Forgets pending rows and removes files that no row refers to, both older than a day.
    ///
    /// # Errors
    /// What store and file store report.
    pub async fn sweep_files(&self) -> Result<Swept, AppError> {
        let before = self.clock.now() - PATIENCE;
        self.store
            .write(move |tx| -> Result<_, AppError> {
                Ok(attachments::forget_pending(tx, before)?)
            })
            .await?;
        let kept = self
            .store
            .long(|tx| -> Result<_, AppError> { Ok(attachments::contents(tx)?) })
            .await?;
        let files = self.files.clone();
        let sweep = move || files.sweep(&|id| kept.contains(id), Instant(before));
        Ok(tokio::task::spawn_blocking(sweep)
            .await
            .map_err(|e| lost(&e))??)
    }
}
