//! The check from beginning to end, on one snapshot; the files after it.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use kedang_core::Problem;
use kedang_core::digest::sha256;
use kedang_files::Files;
use kedang_store::verify::{self as stored, Loose};
use kedang_store::{Store, StoreError, Tx};

use super::files::{self, Wanted};
use super::{Report, content, merges};
use crate::forms::Forms;
use crate::{AppError, cards};

/// Checks the database and the files of a place; changes nothing. Blocks for as long as it takes:
/// every row and every file is read. A database that cannot be read through is a finding: what was
/// found before it stays, although the engine takes the rest of the snapshot along.
///
/// # Errors
/// `verify.busy` when the database cannot be read now; what is damaged is in the report.
pub fn verify(store: &Store, files: &Path) -> Result<Report, AppError> {
    let so_far = Arc::new(Mutex::new(Report::default()));
    let telling = so_far.clone();
    let looked: Result<Wanted, AppError> = store.long_blocking(move |tx| {
        let mut report = telling.lock().unwrap_or_else(PoisonError::into_inner);
        look(tx, &mut report)
    });
    let mut report = std::mem::take(&mut *so_far.lock().unwrap_or_else(PoisonError::into_inner));
    let wanted = match looked {
        Ok(wanted) => wanted,
        Err(AppError::Store(error)) if is_damage(&error) => {
            let detail = vec![("detail", error.to_string().into())];
            report.tell("verify.database_unreadable", detail);
            Wanted::new()
        }
        Err(AppError::Store(StoreError::Busy | StoreError::TimedOut)) => {
            return Err(Problem::too_many("verify.busy").into());
        }
        Err(other) => return Err(other),
    };
    files::check(&Files::open(files)?, &wanted, &mut report);
    Ok(report)
}

fn is_damage(error: &StoreError) -> bool {
    matches!(
        error,
        StoreError::Unavailable(_) | StoreError::Type(_) | StoreError::Unsupported(_)
    )
}

/// Checks everything but the files, and says which of them must be there.
pub(crate) fn look(tx: &mut Tx, report: &mut Report) -> Result<Wanted, AppError> {
    for Loose { code, about, id } in stored::loose(tx)? {
        report.tell(code, vec![("about", about.into()), ("id", id.into())]);
    }
    let merged = stored::merged(tx)?;
    for code in merges::circles(&merged) {
        report.tell("verify.merged_circle", vec![("code", code.into())]);
    }
    let forms = Forms::default();
    cards::check::all(tx, &forms, |(code, place)| {
        let args = vec![("code", place.code.into()), ("id", place.id.into())];
        report.tell(code, args);
    })?;
    stored::audit(tx, |id, salt, digest, payload| {
        let now = sha256(&[salt, payload.unwrap_or("").as_bytes()]);
        if now[..] != *digest {
            report.tell("verify.audit_changed", vec![("id", id.into())]);
        }
    })?;
    let wanted = files::wanted(tx, report)?;
    let (digest, counts) = content::digest(tx)?;
    report.digest = digest;
    report.counts = counts;
    Ok(wanted)
}
