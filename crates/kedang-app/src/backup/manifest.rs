//! `manifest.json`: what a backup holds, and by what it is known to be whole.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use kedang_core::Problem;
use kedang_store::{Engine, Place, backup, known_schema};
use serde::{Deserialize, Serialize};

use super::{DATABASE, FILES, KEYS, draft};

/// The shape of the folder that this program writes and reads.
const FORMAT: u32 = 1;
/// Its name, here and in what `export all` writes.
pub(crate) const NAME: &str = "manifest.json";

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The shape of the folder; 1.
    pub format: u32,
    /// The version of the program that wrote it.
    pub product: String,
    /// The schema of the data.
    pub schema: u32,
    /// When, RFC 3339, UTC.
    pub made_at: String,
    /// `sqlite` or `postgres`.
    pub engine: String,
    /// The digest that `kedang verify` prints.
    pub digest: String,
    /// Table → rows, of the tables the digest is taken over.
    pub counts: BTreeMap<String, u64>,
    /// How many faults `verify` found while the backup was made.
    pub faults: u64,
    /// Every file but this one.
    pub files: Vec<Entry>,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Relative to the folder, parted by `/`.
    pub path: String,
    /// Its length.
    pub bytes: u64,
    /// SHA-256, hexadecimal.
    pub sha256: String,
}

impl Manifest {
    /// An empty one for a place.
    pub(super) fn begun(place: &Place, schema: u32, made_at: String) -> Self {
        Self {
            format: FORMAT,
            product: env!("CARGO_PKG_VERSION").to_owned(),
            schema,
            made_at,
            engine: place.engine().to_string(),
            digest: String::new(),
            counts: BTreeMap::new(),
            faults: 0,
            files: Vec::new(),
        }
    }

    /// Bytes of all files.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.files.iter().map(|file| file.bytes).sum()
    }

    /// Puts it beside the files, whole or not at all.
    pub(super) fn write(&self, folder: &Path) -> io::Result<()> {
        write(self, folder)
    }

    /// Reads the one of a backup and holds it to what this program can bring back.
    pub(crate) fn read(folder: &Path, place: &Place) -> Result<Self, Problem> {
        let unreadable = || Problem::conflict("restore.manifest_unreadable");
        let text = match fs::read(folder.join(NAME)) {
            Ok(text) => text,
            Err(error) => {
                tracing::debug!(%error, "manifest");
                let folder = folder.display().to_string();
                return Err(Problem::not_found("restore.no_manifest").with("path", folder));
            }
        };
        let value: serde_json::Value =
            serde_json::from_slice(&text).map_err(|error| noted(&error, unreadable()))?;
        let format = value["format"].as_i64().ok_or_else(unreadable)?;
        if format != i64::from(FORMAT) {
            return Err(Problem::conflict("restore.format_unknown").with("found", format));
        }
        let manifest: Self =
            serde_json::from_value(value).map_err(|error| noted(&error, unreadable()))?;
        manifest.fits(place)?;
        Ok(manifest)
    }

    fn fits(&self, place: &Place) -> Result<(), Problem> {
        let here = place.engine().to_string();
        if self.engine != here {
            let code = match place.engine() {
                Engine::Sqlite => "restore.wants_database",
                Engine::Postgres => "restore.wants_folder",
            };
            return Err(Problem::conflict(code));
        }
        if self.schema > known_schema() {
            return Err(Problem::conflict("restore.schema_newer")
                .with("found", i64::from(self.schema))
                .with("known", i64::from(known_schema())));
        }
        let mut seen = BTreeSet::new();
        for file in &self.files {
            if !inside(&file.path) || !seen.insert(file.path.as_str()) {
                let path = file.path.as_str();
                return Err(Problem::conflict("restore.path_outside").with("path", path));
            }
        }
        let database = match place.engine() {
            Engine::Sqlite => seen.contains(DATABASE),
            Engine::Postgres => seen.iter().any(|path| path.starts_with("tables/")),
        };
        if self.schema == 0 || !database {
            return Err(Problem::conflict("restore.manifest_unreadable"));
        }
        Ok(())
    }
}

/// Puts a manifest beside the files, whole or not at all.
pub(crate) fn write(manifest: &impl Serialize, folder: &Path) -> io::Result<()> {
    let part = folder.join("manifest.part");
    let mut file = File::create_new(&part)?;
    let mut text = serde_json::to_vec_pretty(manifest)?;
    text.push(b'\n');
    file.write_all(&text)?;
    file.sync_all()?;
    fs::rename(&part, folder.join(NAME))?;
    draft::sync(folder)
}

fn noted(error: &serde_json::Error, problem: Problem) -> Problem {
    tracing::debug!(%error, "manifest");
    problem
}

/// Whether a path leads to where a backup has files, and nowhere else, on any system.
fn inside(path: &str) -> bool {
    path == DATABASE || leads_into(path, &[FILES, KEYS, backup::TABLES])
}

/// Whether a path leads below one of `rooms`, and nowhere else, on any system.
pub(crate) fn leads_into(path: &str, rooms: &[&str]) -> bool {
    let plain = |part: &str| {
        let sound = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
        !part.is_empty() && !part.starts_with('.') && part.chars().all(sound)
    };
    let parts: Vec<&str> = path.split('/').collect();
    let [room, _, ..] = parts.as_slice() else {
        return false;
    };
    rooms.contains(room) && parts.iter().all(|part| plain(part))
}

#[cfg(test)]
mod tests {
    use super::inside;

    #[test]
    fn a_path_leads_into_the_backup_or_is_refused() {
        for good in [
            "kedang.db",
            "files/ab/cdef",
            "tls/ca.key",
            "tables/audit.copy",
        ] {
            assert!(inside(good), "{good}");
        }
        for bad in [
            "",
            "/etc/passwd",
            "../x",
            "files/../../x",
            "files//x",
            "files/./x",
            "files/.x",
            "C:/x",
            "files\\..\\x",
            "manifest.json",
            "backups/x",
            "kedang.db/x/../..",
            "files/a b",
        ] {
            assert!(!inside(bad), "{bad:?}");
        }
    }
}
