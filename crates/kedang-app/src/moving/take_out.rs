//! Taking everything out: the tables as they stand in one moment, then every file they name.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use jiff::Timestamp;
use kedang_core::{Moment, Problem};
use kedang_files::Files;
use kedang_store::moving::{self as stored, Table};
use kedang_store::verify::contents;
use kedang_store::{Place, Store, StoreError, Tx, backup};

use super::manifest::{Manifest, TableFile};
use super::{SUMS, Step, TABLES, Watch, lines, paths, sums, told, unwritable};
use crate::AppError;
use crate::audit::{self, By, Deed};
use crate::backup::carry::{self, Broke};
use crate::backup::draft::{self, Draft};
use crate::backup::manifest::{Entry, write as write_manifest};
use crate::backup::take::content;
use crate::verify::{self, Report};

/// Everything, whole.
#[derive(Debug)]
pub struct TakenOut {
    /// What there is.
    pub manifest: Manifest,
    /// What `verify` found in it. A content that is gone or damaged is left out and told here.
    pub report: Report,
}

/// Writes all tables and contents of a house into `out`, a folder that is absent or empty, while
/// others work in it; an audit row is stored before. `files` is the folder of the contents. What is
/// broken off is removed again; the manifest comes last.
///
/// # Errors
/// `move.target_taken`, `move.target_is_file`, `move.unwritable`, `move.disk_full`,
/// `move.broken_off`, and those of a database that cannot be read, `backup.…`.
pub fn take_out(
    (place, files): (&Place, &Path),
    out: &Path,
    moment: &Moment,
    watch: &Watch,
) -> Result<TakenOut, AppError> {
    let made = Timestamp::from_microsecond(moment.at())
        .map_err(|error| AppError::Internal(format!("the time: {error}")))?;
    let draft = begin(out)?;
    note(place, moment).map_err(told)?;
    let time = made.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let mut manifest = Manifest::begun(place.engine().to_string(), time);
    let tables = stored::tables(place).map_err(|error| told(error.into()))?;
    for room in [TABLES, SUMS] {
        draft::private(&draft.path().join(room)).map_err(|error| unwritable(out, &error))?;
    }
    let (wanted, mut report) = stored::snapshot(place, draft.path(), |tx| {
        let mut report = Report::default();
        watch.step(Step::Checking)?;
        let wanted = verify::look(tx, &mut report)?;
        for (at, table) in &tables {
            table_out(tx, (*at, table), draft.path(), watch)?;
        }
        Ok::<_, AppError>((wanted, report))
    })
    .map_err(told)?;
    for (_, table) in &tables {
        manifest.tables.push(TableFile::of(table));
        let (rows, sums) = paths(&table.name);
        for path in [rows, sums] {
            manifest.files.push(measured(draft.path(), &path)?);
        }
    }
    let kept = Files::open(files)?;
    watch.step(Step::Files(0))?;
    for (n, (sha, paper)) in (1..).zip(&wanted) {
        watch.count(n, Step::Files(n))?;
        let entry = content(&kept, (sha, paper), draft.path(), &mut report)?;
        manifest.files.extend(entry);
    }
    manifest.digest.clone_from(&report.digest);
    manifest.counts.clone_from(&report.counts);
    manifest.faults = report.problems.len() as u64 + report.more;
    let done = write_manifest(&manifest, draft.path()).and_then(|()| draft.finish(out));
    done.map_err(|error| unwritable(out, &error))?;
    Ok(TakenOut { manifest, report })
}

/// Makes a folder beside the one to be, which must not be taken.
fn begin(out: &Path) -> Result<Draft, AppError> {
    let refused = |code| Problem::conflict(code).with("path", out.display().to_string());
    if out.exists() && !out.is_dir() {
        return Err(refused("move.target_is_file").into());
    }
    if out.exists() {
        let empty = backup::is_empty(&Place::Folder(out.to_owned()));
        if !empty.map_err(|error| told(error.into()))? {
            return Err(refused("move.target_taken").into());
        }
    }
    beside(out, "part").map_err(|error| unwritable(out, &error))
}

/// A folder of another name beside `folder`, for as long as that one is not whole.
pub(super) fn beside(folder: &Path, word: &str) -> io::Result<Draft> {
    let name = folder.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let mut other = name.to_owned();
    other.push(format!(".{word}-{}", std::process::id()));
    let other = folder.with_file_name(other);
    let parent = other.parent().filter(|path| !path.as_os_str().is_empty());
    parent.map_or(Ok(()), fs::create_dir_all)?;
    Draft::new(other)
}

/// The audit row: stored before the moment that is taken out, so that it leaves too and the house
/// and what left it have the same digest.
fn note(place: &Place, moment: &Moment) -> Result<(), AppError> {
    let (store, moment) = (Store::open(place)?, moment.clone());
    let noted = store.write_blocking(move |tx| -> Result<(), AppError> {
        let deed = Deed {
            action: "export.all",
            object: ("house", "all"),
            class: None,
            decision: "allowed",
            fields: &[],
            payload: None,
        };
        let by = By::command("export all", moment.at());
        Ok(audit::record(tx, &mut moment.draw(), by, &deed)?)
    });
    store.close();
    noted
}

/// Writes a table and its sums.
fn table_out(
    tx: &mut Tx,
    (at, table): (usize, &Table),
    folder: &Path,
    watch: &Watch,
) -> Result<(), AppError> {
    watch.step(Step::Table(&table.name, 0))?;
    let (rows, sums) = paths(&table.name);
    let failed = |error: io::Error| unwritable(folder, &error);
    let mut rows = new_file(&folder.join(rows)).map_err(failed)?;
    let mut sums = new_file(&folder.join(sums)).map_err(failed)?;
    let (mut line, mut count, mut broken) = (Vec::new(), 0, None);
    let mut row = |values: &[kedang_store::Value]| -> Result<(), AppError> {
        count += 1;
        watch.count(count, Step::Table(&table.name, count))?;
        lines::write(&mut line, table, values).map_err(failed)?;
        let sum = sums::sum(&line);
        line.push(b'\n');
        rows.write_all(&line)
            .and_then(|()| writeln!(sums, "{sum}"))
            .map_err(failed)
    };
    let read = contents::rows(tx, at, |values| {
        row(values).map_err(|error| {
            broken = Some(error);
            StoreError::Unavailable("the rows are not wanted any more".to_owned())
        })
    });
    if let Some(error) = broken {
        return Err(error);
    }
    read?;
    for file in [rows, sums] {
        let file = file
            .into_inner()
            .map_err(|error| failed(error.into_error()))?;
        file.sync_all().map_err(failed)?;
    }
    Ok(())
}

fn new_file(path: &Path) -> io::Result<BufWriter<File>> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    Ok(BufWriter::with_capacity(256 * 1024, options.open(path)?))
}

fn measured(folder: &Path, path: &str) -> Result<Entry, AppError> {
    carry::measure(folder, path).map_err(|broke| match broke {
        Broke::Reading(error) | Broke::Writing(error) => unwritable(folder, &error),
    })
}
