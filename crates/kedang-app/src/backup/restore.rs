//! The way back: every byte is held to the manifest before anything gets its name.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use kedang_core::Problem;
use kedang_store::{Engine, Place, Tx, backup, known_schema};

use super::carry::{self, Broke};
use super::draft::Draft;
use super::manifest::{Entry, Manifest};
use super::{told, unwritable};
use crate::AppError;
use crate::verify::{self, Report};

/// What came back.
#[derive(Debug)]
pub struct Restored {
    /// What the backup holds.
    pub manifest: Manifest,
    /// What `verify` finds in it now, files apart: each was held to its hash on the way.
    pub report: Report,
    /// Whether it had an older schema and was brought to this program's. Then its digest cannot be
    /// compared: it is taken over other columns.
    pub migrated: bool,
}

/// Brings a backup into an empty place; `data` is the data folder, which must be empty or absent.
/// Sessions and one-time links do not come along, passwords and tokens do. `at` is the time now in
/// UTC µs. Nothing has its name before all of it is there and its digest is the manifest's.
///
/// # Errors
/// `restore.no_manifest`, `restore.manifest_unreadable`, `restore.format_unknown`,
/// `restore.wants_folder`, `restore.wants_database`, `restore.schema_newer`,
/// `restore.path_outside`, `restore.data_taken`, `restore.data_nameless`,
/// `restore.database_taken`, `restore.file_missing`, `restore.file_differs`,
/// `restore.digest_differs`, and those of a broken disk or database, `backup.…`.
pub fn restore(from: &Path, place: &Place, data: &Path, at: i64) -> Result<Restored, AppError> {
    let manifest = Manifest::read(from, place)?;
    let draft = begin(place, data)?;
    for entry in &manifest.files {
        bring(from, entry, draft.path())?;
    }
    let here = match place {
        Place::Folder(_) => Place::Folder(draft.path().to_owned()),
        Place::Postgres(_) => place.clone(),
    };
    let migrated = manifest.schema != known_schema();
    let source = (draft.path(), manifest.schema);
    let report = backup::put_back(&here, source, at, |tx| look(tx, &manifest, migrated));
    let report = report.map_err(|error| match error {
        AppError::Store(error) => told(error),
        other => other,
    })?;
    let finished = tidy(draft.path()).and_then(|()| draft.finish(data));
    finished.map_err(|error| unwritable(data, &error))?;
    Ok(Restored {
        manifest,
        report,
        migrated,
    })
}

/// Refuses a place where something is, and makes a folder beside the one to be.
fn begin(place: &Place, data: &Path) -> Result<Draft, AppError> {
    let shown = data.display().to_string();
    let folder = Place::Folder(data.to_owned());
    if !backup::is_empty(&folder).map_err(told)? {
        return Err(Problem::conflict("restore.data_taken")
            .with("path", shown)
            .into());
    }
    if place.engine() == Engine::Postgres && !backup::is_empty(place).map_err(told)? {
        return Err(Problem::conflict("restore.database_taken").into());
    }
    let Some(name) = data.file_name() else {
        return Err(Problem::conflict("restore.data_nameless")
            .with("path", shown)
            .into());
    };
    let mut beside = name.to_owned();
    beside.push(format!(".restoring-{}", std::process::id()));
    let beside = data.with_file_name(beside);
    let parent = beside.parent().filter(|path| !path.as_os_str().is_empty());
    parent
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| Draft::new(beside))
        .map_err(|error| unwritable(data, &error))
}

/// Copies one file and holds it to its line.
fn bring(from: &Path, entry: &Entry, folder: &Path) -> Result<(), AppError> {
    let path = entry.path.as_str();
    let refused = |code| AppError::from(Problem::conflict(code).with("path", path));
    let Some(source) = within(from, path) else {
        return Err(refused("restore.file_missing"));
    };
    let file = match File::open(source) {
        Ok(file) => file,
        Err(error) => {
            tracing::debug!(%error, path, "restore");
            return Err(refused("restore.file_missing"));
        }
    };
    match carry::carry(file, folder, path) {
        Ok(found) if found == *entry => Ok(()),
        Ok(_) => Err(refused("restore.file_differs")),
        Err(Broke::Writing(error)) => Err(unwritable(folder, &error)),
        Err(Broke::Reading(error)) => {
            tracing::warn!(%error, path, "restore");
            Err(refused("restore.file_differs"))
        }
    }
}

/// The file at a path, if no link leads out of the backup.
pub(crate) fn within(from: &Path, path: &str) -> Option<PathBuf> {
    let root = from.canonicalize().ok()?;
    let file = root.join(path).canonicalize().ok()?;
    (file.starts_with(&root) && file.is_file()).then_some(file)
}

/// Checks what came back and ends the sessions in it.
fn look(tx: &mut Tx, manifest: &Manifest, migrated: bool) -> Result<Report, AppError> {
    let mut report = Report::default();
    verify::look(tx, &mut report)?;
    let same = report.digest == manifest.digest
        && manifest
            .counts
            .iter()
            .all(|(table, rows)| report.counts.get(table) == Some(rows));
    if !same && !migrated {
        return Err(Problem::conflict("restore.digest_differs")
            .with("found", report.digest.as_str())
            .with("wanted", manifest.digest.as_str())
            .into());
    }
    backup::forget_sessions(tx)?;
    Ok(report)
}

/// Takes away what was only needed on the way: tables that are in the database now, and the copy
/// made before migrating, which the backup itself is.
fn tidy(folder: &Path) -> io::Result<()> {
    for name in [backup::TABLES, "backups"] {
        let path = folder.join(name);
        if path.is_dir() {
            fs::remove_dir_all(path)?;
        }
    }
    Ok(())
}
