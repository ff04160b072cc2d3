//! What lies in the folder of backups, as the manifests say.

use std::fs;
use std::io;
use std::path::Path;

use jiff::Timestamp;
use kedang_core::{Instant, Problem};
use kedang_store::Place;

use super::Keep;
use crate::backup::Manifest;

/// How a folder of a backup begins.
const BEGINS: &str = "kedang-backup-";

/// A backup that lies there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Of its folder.
    pub name: String,
    /// What its manifest says; else why it cannot be brought back.
    pub says: Result<Figures, Problem>,
}

/// The figures of a backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// When it was taken.
    pub at: Instant,
    /// Customers in it.
    pub customers: u64,
    /// Cards in it.
    pub cards: u64,
    /// Files in it, those of the database among them.
    pub files: usize,
    /// Bytes of all files.
    pub bytes: u64,
    /// The digest of what it holds.
    pub digest: String,
    /// Faults that were there when it was taken.
    pub faults: u64,
}

/// Every backup of the folder, newest first. One that is being written is none yet.
///
/// # Errors
/// A folder that cannot be read; where there is none there are no backups.
pub(super) fn kept(keep: &Keep) -> io::Result<Vec<Kept>> {
    let found = match fs::read_dir(&keep.out) {
        Ok(found) => found,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut all = Vec::new();
    for entry in found {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() && is_name(&name) {
            let says = figures(&entry.path(), &keep.place);
            all.push(Kept { name, says });
        }
    }
    // Names end in the time.
    all.sort_by(|a, b| b.name.cmp(&a.name));
    Ok(all)
}

fn is_name(name: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric();
    name.strip_prefix(BEGINS)
        .is_some_and(|rest| !rest.is_empty() && rest.chars().all(plain))
}

fn figures(folder: &Path, place: &Place) -> Result<Figures, Problem> {
    let manifest = Manifest::read(folder, place)?;
    let at: Timestamp = manifest.made_at.parse().map_err(|error| {
        tracing::debug!(%error, "the time of a backup");
        Problem::conflict("restore.manifest_unreadable")
    })?;
    let count = |table: &str| manifest.counts.get(table).copied().unwrap_or_default();
    Ok(Figures {
        at: Instant(at.as_microsecond()),
        customers: count("customers"),
        cards: count("cards"),
        files: manifest.files.len(),
        bytes: manifest.bytes(),
        digest: manifest.digest.clone(),
        faults: manifest.faults,
    })
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn only_what_a_backup_is_called_is_one() {
        assert!(is_name("kedang-backup-20261127T101112Z"));
        for other in [
            "kedang-backup-20261127T101112Z.part",
            "kedang-backup-",
            "kedang-backup-../x",
            "kedang-backup-a/b",
            "files",
        ] {
            assert!(!is_name(other), "{other}");
        }
    }
}
