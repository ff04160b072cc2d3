//! Everything a company has, taken out in an open form and brought in elsewhere, on either engine.
//!
//! `docs/database.md` describes the folder: tables as JSON lines, contents of attachments, and a
//! manifest that is written last.

mod bring_in;
mod lines;
mod manifest;
mod sums;
mod take_out;
mod watch;

pub use bring_in::{BroughtIn, bring_in};
pub use manifest::{Column, Manifest, TableFile};
pub use take_out::{TakenOut, take_out};
pub use watch::{Step, Watch};

use std::io;
use std::path::Path;

use kedang_core::Problem;

use crate::{AppError, backup};

/// The tables, a row a line.
const TABLES: &str = "tables";
/// A sum for each line of a table.
const SUMS: &str = "sums";
/// Contents of attachments, as they lie in the data folder.
const FILES: &str = "files";

/// Where a table and its sums lie.
fn paths(table: &str) -> (String, String) {
    (
        format!("{TABLES}/{table}.jsonl"),
        format!("{SUMS}/{table}.txt"),
    )
}

/// A failure of the disk that is written to.
fn unwritable(path: &Path, error: &io::Error) -> AppError {
    use io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
    if matches!(error.kind(), StorageFull | QuotaExceeded | FileTooLarge) {
        return Problem::conflict("move.disk_full").into();
    }
    Problem::conflict("move.unwritable")
        .with("path", path.display().to_string())
        .with("detail", error.to_string())
        .into()
}

/// A failure of the database, as whoever runs a command is told.
fn told(error: AppError) -> AppError {
    match error {
        AppError::Store(error) => backup::told(error),
        other => other,
    }
}
