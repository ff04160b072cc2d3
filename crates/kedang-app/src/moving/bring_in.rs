//! Bringing everything into an empty house: all of it, or nothing.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::Path;

use kedang_core::{CustomerId, Problem};
use kedang_files::{FileFault, Sha};
use kedang_store::moving::{self as stored, Broken, Intake, Refused};
use kedang_store::{Engine, Place, Tx, backup, known_schema};

use super::lines::Rows;
use super::manifest::Manifest;
use super::take_out::beside;
use super::{SUMS, Step, TABLES, Watch, paths, sums, told, unwritable};
use crate::backup::carry::{self, Broke};
use crate::backup::draft::Draft;
use crate::backup::manifest::Entry;
use crate::backup::restore::within;
use crate::cards::derived;
use crate::forms::Forms;
use crate::verify::{self, Report};
use crate::{AppError, customers};

/// What came in.
#[derive(Debug)]
pub struct BroughtIn {
    /// What was taken out.
    pub manifest: Manifest,
    /// What `verify` finds in it now.
    pub report: Report,
    /// Whether it had an older schema and was brought to this program's. Then its digest cannot be
    /// compared: it is taken over other columns.
    pub migrated: bool,
}

/// Brings what [`super::take_out`] wrote into an empty place, on whichever engine; `data` is the
/// data folder, absent or empty. `at` is the time now in UTC µs. Every byte is held to the manifest
/// before; search text and filter values are worked out anew; nothing has its name before the
/// digest is the manifest's.
///
/// # Errors
/// `move.…`, with file and line where a line is wrong; those of a broken database, `backup.…`.
pub fn bring_in(
    from: &Path,
    (place, data): (&Place, &Path),
    at: i64,
    watch: &Watch,
) -> Result<BroughtIn, AppError> {
    let manifest = Manifest::read(from)?;
    let draft = begin(place, data)?;
    watch.step(Step::Checking)?;
    whole(from, &manifest)?;
    watch.step(Step::Files(0))?;
    for (n, entry) in (1..).zip(&manifest.files) {
        watch.count(n, Step::Files(n))?;
        if entry.path.starts_with("files/") {
            bring(from, entry, draft.path())?;
        }
    }
    let here = match place {
        Place::Folder(_) => Place::Folder(draft.path().to_owned()),
        Place::Postgres(_) => place.clone(),
    };
    let migrated = manifest.schema != known_schema();
    let fill = |intake: &mut Intake| fill(intake, from, &manifest, watch);
    let report = stored::settle(&here, (manifest.schema, at), fill, |tx| {
        derive(tx, watch)?;
        watch.step(Step::Checking)?;
        look(tx, &manifest, migrated)
    })
    .map_err(told)?;
    let finished = tidy(draft.path()).and_then(|()| draft.finish(data));
    finished.map_err(|error| unwritable(data, &error))?;
    Ok(BroughtIn {
        manifest,
        report,
        migrated,
    })
}

/// Refuses a place where something is, and makes a folder beside the one to be.
fn begin(place: &Place, data: &Path) -> Result<Draft, AppError> {
    let refused = |code| Problem::conflict(code).with("path", data.display().to_string());
    let empty = |place: &Place| backup::is_empty(place).map_err(|error| told(error.into()));
    if !empty(&Place::Folder(data.to_owned()))? {
        return Err(refused("move.data_taken").into());
    }
    if place.engine() == Engine::Postgres && !empty(place)? {
        return Err(Problem::conflict("move.database_taken").into());
    }
    if data.file_name().is_none() {
        return Err(refused("move.data_nameless").into());
    }
    beside(data, "importing").map_err(|error| unwritable(data, &error))
}

/// Holds every table and its sums to their lines of the manifest: sums first, since they say what is
/// wrong with a table.
fn whole(from: &Path, manifest: &Manifest) -> Result<(), AppError> {
    for room in [SUMS, TABLES] {
        let below = |entry: &&Entry| entry.path.starts_with(&format!("{room}/"));
        for entry in manifest.files.iter().filter(below) {
            if within(from, &entry.path).is_none() {
                return Err(refused("move.file_missing", &entry.path).into());
            }
            let found = carry::measure(from, &entry.path).ok();
            if found.as_ref() == Some(entry) {
                continue;
            }
            let name = entry.path.strip_prefix("tables/");
            let name = name.and_then(|name| name.strip_suffix(".jsonl"));
            return Err(match name {
                Some(name) => sums::difference(from, name),
                None => refused("move.file_differs", &entry.path),
            }
            .into());
        }
    }
    Ok(())
}

fn refused(code: &'static str, path: &str) -> Problem {
    Problem::conflict(code).with("path", path)
}

/// Copies one content and holds it to its line.
fn bring(from: &Path, entry: &Entry, folder: &Path) -> Result<(), AppError> {
    let path = entry.path.as_str();
    let missing = || refused("move.file_missing", path);
    let source = within(from, path).ok_or_else(missing)?;
    let file = File::open(source).map_err(|error| {
        tracing::debug!(%error, path, "import");
        missing()
    })?;
    match carry::carry(file, folder, path) {
        Ok(found) if found == *entry => Ok(()),
        Err(Broke::Writing(error)) => Err(unwritable(folder, &error)),
        Ok(_) | Err(Broke::Reading(_)) => Err(refused("move.file_differs", path).into()),
    }
}

/// Brings the rows of all tables.
fn fill(
    intake: &mut Intake,
    from: &Path,
    manifest: &Manifest,
    watch: &Watch,
) -> Result<(), AppError> {
    let tables = intake.tables().to_vec();
    if let Some(table) = manifest.differs(&tables) {
        return Err(Problem::conflict("move.table_differs")
            .with("schema", i64::from(manifest.schema))
            .with("table", table)
            .into());
    }
    for table in &tables {
        watch.step(Step::Table(&table.name, 0))?;
        let rows = Rows::open(from, table)?;
        let mut count = 0;
        let mut watched = rows.map(|row| {
            count += 1;
            watch.count(count, Step::Table(&table.name, count))?;
            row
        });
        intake
            .take(table, &mut watched)
            .map_err(|broken| match broken {
                Broken::Source(error) => error,
                Broken::Row(row) => not_taken(from, &tables, row).into(),
                Broken::Store(error) => error.into(),
            })?;
    }
    match intake.dangling()? {
        Some(row) => Err(not_taken(from, &tables, row).into()),
        None => Ok(()),
    }
}

/// What is said of a row that the database does not take.
fn not_taken(from: &Path, tables: &[stored::Table], row: Refused) -> Problem {
    let table = tables.iter().find(|table| table.name == row.table);
    let line = row.line.or_else(|| {
        let (columns, values) = row.key.as_ref()?;
        Rows::open(from, table?).ok()?.line_of(columns, values)
    });
    let path = paths(&row.table).0;
    let line = i64::try_from(line.unwrap_or_default()).unwrap_or(i64::MAX);
    match row.missing {
        Some(missing) => refused("move.row_nowhere", &path)
            .with("line", line)
            .with("missing", missing),
        None => refused("move.row_refused", &path).with("line", line),
    }
}

/// Works out what does not travel: paths of departments, filter values, held files, search text.
fn derive(tx: &mut Tx, watch: &Watch) -> Result<(), AppError> {
    stored::lay_paths(tx)?;
    derived::derive(tx, &Forms::default())?;
    watch.step(Step::Search(0))?;
    let (mut after, mut count) = (String::new(), 0);
    loop {
        let page = stored::customers_after(tx, &after)?;
        let Some(last) = page.last() else {
            return Ok(());
        };
        after.clone_from(last);
        for id in page {
            count += 1;
            watch.count(count, Step::Search(count))?;
            customers::index_again(tx, &CustomerId::trusted(id))?;
        }
        tx.catch_up()?;
    }
}

/// Checks what came in.
fn look(tx: &mut Tx, manifest: &Manifest, migrated: bool) -> Result<Report, AppError> {
    let mut report = Report::default();
    let wanted = verify::look(tx, &mut report)?;
    if report.digest != manifest.digest && !migrated {
        return Err(Problem::conflict("move.digest_differs")
            .with("found", report.digest.as_str())
            .with("wanted", manifest.digest.as_str())
            .into());
    }
    let came: BTreeSet<&str> = manifest
        .files
        .iter()
        .map(|file| file.sha256.as_str())
        .collect();
    for (sha, paper) in &wanted {
        if !came.contains(sha.as_str()) {
            let fault = Sha::parse(sha).map_or_else(|fault| fault, |id| FileFault::Missing { id });
            verify::tell_file(&mut report, paper, &fault);
        }
    }
    report
        .counts
        .insert("files".to_owned(), wanted.len() as u64);
    Ok(report)
}

/// Takes away the copy made before migrating, which the folder itself is.
fn tidy(folder: &Path) -> std::io::Result<()> {
    let backups = folder.join("backups");
    if backups.is_dir() {
        fs::remove_dir_all(backups)?;
    }
    Ok(())
}
