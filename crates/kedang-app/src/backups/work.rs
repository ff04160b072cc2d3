//! The work itself, on a thread that may wait for a disk.

use kedang_core::Problem;
use tokio::task;

use super::desk::{Deed, Outcome};
use super::kept::kept;
use super::{Keep, Kept};
use crate::AppError;
use crate::backup::{self, House, carry, restore};

/// Damaged files that are named.
const NAMED: usize = 20;

/// Does it; `at` is the time now in UTC µs.
pub(super) async fn work(keep: Keep, deed: Deed, at: i64) -> Outcome {
    let done = task::spawn_blocking(move || match deed {
        Deed::Take => take(&keep, at),
        Deed::Check(name) => check(&keep, name),
    });
    match done.await {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(AppError::Problem(problem))) => Outcome::Failed(problem),
        Ok(Err(error)) => broke(&error),
        Err(error) => broke(&error),
    }
}

fn broke(error: &dyn std::error::Error) -> Outcome {
    tracing::error!(error = error.to_string(), "work on backups broke off");
    Outcome::Failed(Problem::conflict("backup.broke_off"))
}

fn take(keep: &Keep, at: i64) -> Result<Outcome, AppError> {
    let house = House {
        place: &keep.place,
        files: &keep.files,
        keys: &keep.keys,
    };
    let taken = backup::take(house, &keep.out, at)?;
    let name = taken.folder.file_name().unwrap_or_default();
    let name = name.to_string_lossy().into_owned();
    Ok(Outcome::Taken(name, taken.manifest.faults))
}

/// Holds every byte to the manifest.
fn check(keep: &Keep, name: String) -> Result<Outcome, AppError> {
    let folder = keep.out.join(&name);
    let manifest = backup::Manifest::read(&folder, &keep.place)?;
    let mut damaged = Vec::new();
    for entry in &manifest.files {
        let there = restore::within(&folder, &entry.path).is_some();
        let found = there.then(|| carry::measure(&folder, &entry.path));
        if !matches!(found, Some(Ok(found)) if found == *entry) {
            damaged.push(entry.path.clone());
        }
        if damaged.len() == NAMED {
            break;
        }
    }
    Ok(match damaged.is_empty() {
        true => Outcome::Whole(name),
        false => Outcome::Damaged(name, damaged),
    })
}

/// What lies in the folder, read where a disk may be waited for.
///
/// # Errors
/// `backup.folder_unreadable`.
pub(super) async fn look(keep: Keep) -> Result<Vec<Kept>, AppError> {
    on_disk(move || kept(&keep)).await
}

/// Takes a backup away.
///
/// # Errors
/// `backup.folder_unreadable`.
pub(super) async fn remove(keep: Keep, name: String) -> Result<(), AppError> {
    on_disk(move || std::fs::remove_dir_all(keep.out.join(name))).await
}

async fn on_disk<T: Send + 'static>(
    work: impl FnOnce() -> std::io::Result<T> + Send + 'static,
) -> Result<T, AppError> {
    let done = task::spawn_blocking(work).await;
    let done = done.map_err(|error| AppError::Internal(error.to_string()))?;
    done.map_err(|error| {
        let detail = error.to_string();
        Problem::conflict("backup.folder_unreadable")
            .with("detail", detail)
            .into()
    })
}
