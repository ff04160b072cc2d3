//! Taking a backup: the database as it stands in one moment, then every file it names.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use kedang_core::Problem;
use kedang_files::{FileFault, Files, Sha};
use kedang_store::verify::Paper;
use kedang_store::{Place, backup};

use super::carry::{self, Broke};
use super::draft::Draft;
use super::manifest::{Entry, Manifest};
use super::{FILES, KEYS, told, unwritable};
use crate::AppError;
use crate::verify::{self, Report};

/// What is copied.
#[derive(Debug, Clone, Copy)]
pub struct House<'a> {
    /// The database.
    pub place: &'a Place,
    /// The folder of the attachments' contents.
    pub files: &'a Path,
    /// The folder of the keys, if there is one.
    pub keys: &'a Path,
}

/// A backup that is whole.
#[derive(Debug)]
pub struct Taken {
    /// Its folder.
    pub folder: PathBuf,
    /// What it holds.
    pub manifest: Manifest,
    /// What `verify` found in it. A content that is gone or damaged is left out and told here: a
    /// backup without it is better than none.
    pub report: Report,
}

/// Copies a house into a new folder `kedang-backup-<time>` of `out`, while others work in it. `at`
/// is the time now in UTC µs. A folder that is broken off is removed again; its manifest comes last.
///
/// # Errors
/// `backup.target_taken`, `backup.target_is_file`, `backup.unwritable`, `backup.disk_full`,
/// `backup.nothing_here`, `backup.schema_older`, `backup.schema_newer`, `backup.busy`,
/// `backup.database_unusable`.
pub fn take(house: House<'_>, out: &Path, at: i64) -> Result<Taken, AppError> {
    let made = time(at)?;
    let folder = out.join(name_of(at)?);
    let draft = begin(out, &folder)?;
    let (copied, (wanted, mut report)) = backup::take(house.place, draft.path(), |tx| {
        let mut report = Report::default();
        let wanted = verify::look(tx, &mut report)?;
        Ok((wanted, report))
    })
    .map_err(|error| match error {
        AppError::Store(error) => told(error),
        other => other,
    })?;
    let time = made.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let mut manifest = Manifest::begun(house.place, copied.schema, time);
    for path in &copied.files {
        let entry = carry::measure(draft.path(), path);
        manifest
            .files
            .push(entry.map_err(|broke| failed(draft.path(), broke))?);
    }
    let files = Files::open(house.files)?;
    for (sha, paper) in &wanted {
        if let Some(entry) = content(&files, (sha, paper), draft.path(), &mut report)? {
            manifest.files.push(entry);
        }
    }
    keys(house.keys, draft.path(), &mut manifest.files)?;
    manifest.digest.clone_from(&report.digest);
    manifest.counts.clone_from(&report.counts);
    manifest.faults = report.problems.len() as u64 + report.more;
    let done = manifest
        .write(draft.path())
        .and_then(|()| draft.finish(&folder));
    done.map_err(|error| unwritable(&folder, &error))?;
    Ok(Taken {
        folder,
        manifest,
        report,
    })
}

/// What the folder of a backup of this moment (UTC µs) is called.
pub(crate) fn name_of(at: i64) -> Result<String, AppError> {
    let made = time(at)?;
    Ok(made.strftime("kedang-backup-%Y%m%dT%H%M%SZ").to_string())
}

fn time(at: i64) -> Result<Timestamp, AppError> {
    Timestamp::from_microsecond(at)
        .map_err(|error| AppError::Internal(format!("the time: {error}")))
}

fn begin(out: &Path, folder: &Path) -> Result<Draft, AppError> {
    let shown = |path: &Path| path.display().to_string();
    if out.exists() && !out.is_dir() {
        let problem = Problem::conflict("backup.target_is_file").with("path", shown(out));
        return Err(problem.into());
    }
    let taken = || Problem::conflict("backup.target_taken").with("path", shown(folder));
    if folder.exists() {
        return Err(taken().into());
    }
    fs::create_dir_all(out).map_err(|error| unwritable(out, &error))?;
    Draft::new(folder.with_extension("part")).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => taken().into(),
        _ => unwritable(folder, &error),
    })
}

/// Copies one content, if it is what it is named after.
pub(crate) fn content(
    files: &Files,
    (sha, paper): (&str, &Paper),
    folder: &Path,
    report: &mut Report,
) -> Result<Option<Entry>, AppError> {
    let read = Sha::parse(sha).and_then(|id| Ok((files.read(&id)?, id)));
    let fault = match read {
        Ok((file, id)) => {
            let (shard, name) = sha.split_at(2);
            let path = format!("{FILES}/{shard}/{name}");
            match carry::carry(file, folder, &path) {
                Ok(entry) if entry.sha256 == sha => return Ok(Some(entry)),
                Ok(_) => {
                    drop_copy(folder, &path)?;
                    FileFault::Damaged { id }
                }
                Err(Broke::Reading(error)) => {
                    drop_copy(folder, &path)?;
                    error.into()
                }
                Err(broke @ Broke::Writing(_)) => return Err(failed(folder, broke)),
            }
        }
        Err(fault) => fault,
    };
    verify::tell_file(report, paper, &fault);
    Ok(None)
}

fn drop_copy(folder: &Path, path: &str) -> Result<(), AppError> {
    fs::remove_file(folder.join(path)).map_err(|error| unwritable(folder, &error))
}

/// Copies the keys of the house's own authority, where it has one.
fn keys(from: &Path, folder: &Path, entries: &mut Vec<Entry>) -> Result<(), AppError> {
    let unread = |error: io::Error| failed(folder, Broke::Reading(error));
    if !from.is_dir() {
        return Ok(());
    }
    for found in fs::read_dir(from).map_err(unread)? {
        let found = found.map_err(unread)?;
        let name = found.file_name();
        let Some(name) = name.to_str().filter(|name| is_key(name)) else {
            continue;
        };
        let file = fs::File::open(found.path()).map_err(unread)?;
        let entry = carry::carry(file, folder, &format!("{KEYS}/{name}"));
        entries.push(entry.map_err(|broke| failed(folder, broke))?);
    }
    Ok(())
}

/// What is not one is on its way to become one.
fn is_key(name: &str) -> bool {
    name.ends_with(".key") || name.ends_with(".crt")
}

fn failed(folder: &Path, broke: Broke) -> AppError {
    match broke {
        Broke::Writing(error) => unwritable(folder, &error),
        Broke::Reading(error) => Problem::conflict("backup.unreadable")
            .with("detail", error.to_string())
            .into(),
    }
}
