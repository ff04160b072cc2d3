//! `kedang backup` and `kedang restore`: everything a company needs to go on elsewhere, in one
//! folder with a manifest that is written last. No manifest, no backup.

pub(crate) mod carry;
pub(crate) mod draft;
pub(crate) mod manifest;
pub(crate) mod restore;
pub(crate) mod take;

pub use manifest::Manifest;
pub use restore::{Restored, restore};
pub use take::{House, Taken, take};

use std::io;
use std::path::Path;

use kedang_core::Problem;
use kedang_store::StoreError;

use crate::AppError;

/// The database file of a backup.
const DATABASE: &str = "kedang.db";
/// Contents of attachments, as they lie in the data folder.
const FILES: &str = "files";
/// Keys of the house's own authority: phones trust it, and would have to be told anew.
const KEYS: &str = "tls";

/// A failure of the disk that is written to.
fn unwritable(path: &Path, error: &io::Error) -> AppError {
    use io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
    if matches!(error.kind(), StorageFull | QuotaExceeded | FileTooLarge) {
        return Problem::conflict("backup.disk_full").into();
    }
    Problem::conflict("backup.unwritable")
        .with("path", path.display().to_string())
        .with("detail", error.to_string())
        .into()
}

/// A failure of the database, as whoever runs a command is told.
pub(crate) fn told(error: StoreError) -> AppError {
    let schema = |code, found: u32, known: u32| {
        Problem::conflict(code)
            .with("found", i64::from(found))
            .with("known", i64::from(known))
    };
    match error {
        StoreError::Full => Problem::conflict("backup.disk_full"),
        StoreError::Busy | StoreError::TimedOut => Problem::too_many("backup.busy"),
        StoreError::SchemaOlder { found: 0, .. } => Problem::not_found("backup.nothing_here"),
        StoreError::SchemaOlder { found, known } => schema("backup.schema_older", found, known),
        StoreError::SchemaNewer { found, known } => schema("backup.schema_newer", found, known),
        other => Problem::conflict("backup.database_unusable").with("detail", other.to_string()),
    }
    .into()
}
