//! The one-time link.

use kedang_core::digest::{hex, sha256};
use kedang_store::{setup_links, staff};

use crate::{App, AppError};

/// A link may be used for 24 hours, µs.
const DAY: i64 = 24 * 3_600 * 1_000_000;

impl App {
    /// A new link's token, as long as nobody is on the staff; `None` afterwards.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn invite(&self) -> Result<Option<String>, AppError> {
        let token = hex(&self.chance.seed()?);
        let hash = sha256(&[token.as_bytes()]);
        let now = self.clock.now();
        let invited = self
            .store
            .write(move |tx| -> Result<bool, AppError> {
                if staff::any(tx)? {
                    return Ok(false);
                }
                setup_links::insert(tx, &hash, now, now + DAY)?;
                Ok(true)
            })
            .await?;
        Ok(invited.then_some(token))
    }

    /// Whether the link with this token may still be used.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn is_invited(&self, token: &str) -> Result<bool, AppError> {
        let (hash, now) = (sha256(&[token.as_bytes()]), self.clock.now());
        self.store
            .read(move |tx| Ok(setup_links::is_open(tx, &hash, now)? && !staff::any(tx)?))
            .await
    }

    /// Whether anybody is on the staff yet.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn is_set_up(&self) -> Result<bool, AppError> {
        self.store.read(|tx| Ok(staff::any(tx)?)).await
    }
}
