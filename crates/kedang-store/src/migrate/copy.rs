//! Copies of a SQLite file that is in use: before it is migrated, and for a backup.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use crate::db::StoreError;
use crate::db::sqlite::open;
use crate::dialect::error;

/// Copies `kedang.db` to `backups/before-<to>-<at>.db` through SQLite's backup interface, and makes
/// sure it is on the disk. The caller holds the write lock, so the copy is the last state before.
pub(super) fn copy(folder: &Path, to: u32, at_us: i64) -> Result<PathBuf, StoreError> {
    let backups = folder.join("backups");
    let (part, done) = (
        backups.join(format!("before-{to}-{at_us}.part")),
        backups.join(format!("before-{to}-{at_us}.db")),
    );
    let made = fs::create_dir_all(&backups).and_then(|()| {
        if part.exists() {
            fs::remove_file(&part)
        } else {
            Ok(())
        }
    });
    made.map_err(failed)?;
    let source = open::open(&open::file(folder), false)?;
    fill(&source, &part).map_err(error::sqlite_open)?;
    keep(&part, &done, &backups).map_err(failed)?;
    Ok(done)
}

/// Copies a whole database, as it stands in one moment, into a file that is one on its own. Writers
/// go on meanwhile.
pub(crate) fn fill(source: &Connection, part: &Path) -> rusqlite::Result<()> {
    let mut target = Connection::open(part)?;
    {
        let backup = Backup::new(source, &mut target)?;
        while !matches!(backup.step(-1)?, StepResult::Done) {
            std::thread::yield_now();
        }
    }
    // A copy is one file: without this it would want a log beside it when opened.
    target.pragma_update_and_check(None, "journal_mode", "delete", |_| Ok(()))?;
    target.close().map_err(|(_, error)| error)
}

fn keep(part: &Path, done: &Path, backups: &Path) -> io::Result<()> {
    File::open(part)?.sync_all()?;
    fs::rename(part, done)?;
    if cfg!(unix) {
        File::open(backups)?.sync_all()
    } else {
        Ok(())
    }
}

#[expect(clippy::needless_pass_by_value, reason = "handed to map_err")]
fn failed(error: io::Error) -> StoreError {
    StoreError::Unavailable(format!("no copy could be made before migrating: {error}"))
}
