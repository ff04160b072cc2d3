//! `manifest.json`: what was taken out, and by what it is known to be whole.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use kedang_core::Problem;
use kedang_store::{known_schema, moving::Table};
use serde::{Deserialize, Serialize};

use super::lines::word;
use super::{FILES, SUMS, TABLES, paths};
use crate::backup::manifest::{Entry, NAME, leads_into};

/// The shape of the folder that this program writes and reads.
const FORMAT: u32 = 1;
/// What tells this folder from a backup.
const KIND: &str = "kedang-export";

/// What was taken out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// `kedang-export`.
    pub kind: String,
    /// The shape of the folder; 1.
    pub format: u32,
    /// The version of the program that wrote it.
    pub product: String,
    /// The schema of the data: which tables with which columns there are.
    pub schema: u32,
    /// When, RFC 3339, UTC.
    pub made_at: String,
    /// `sqlite` or `postgres`; it comes in on either.
    pub engine: String,
    /// The digest that `kedang verify` prints.
    pub digest: String,
    /// Table → rows.
    pub counts: BTreeMap<String, u64>,
    /// How many faults `verify` found while it was taken out.
    pub faults: u64,
    /// The tables.
    pub tables: Vec<TableFile>,
    /// Every file but this one.
    pub files: Vec<Entry>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableFile {
    /// Its name.
    pub name: String,
    /// Its columns, in the order in which they stand in a line.
    pub columns: Vec<Column>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Column {
    /// Its name, the key in a line.
    pub name: String,
    /// `text`, `int`, `real` or `bytes`.
    pub holds: String,
}

impl TableFile {
    pub(super) fn of(table: &Table) -> Self {
        let columns = table.columns.iter().map(|(name, kind)| Column {
            name: name.clone(),
            holds: word(kind).to_owned(),
        });
        Self {
            name: table.name.clone(),
            columns: columns.collect(),
        }
    }
}

impl Manifest {
    pub(super) fn begun(engine: String, made_at: String) -> Self {
        Self {
            kind: KIND.to_owned(),
            format: FORMAT,
            product: env!("CARGO_PKG_VERSION").to_owned(),
            schema: known_schema(),
            made_at,
            engine,
            digest: String::new(),
            counts: BTreeMap::new(),
            faults: 0,
            tables: Vec::new(),
            files: Vec::new(),
        }
    }

    /// Bytes of all files.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.files.iter().map(|file| file.bytes).sum()
    }

    /// How many contents of attachments there are.
    #[must_use]
    pub fn contents(&self) -> usize {
        let content = |file: &&Entry| file.path.starts_with("files/");
        self.files.iter().filter(content).count()
    }

    /// Reads the one of a folder and holds it to what this program can bring in.
    pub(super) fn read(folder: &Path) -> Result<Self, Problem> {
        let unreadable = || Problem::conflict("move.manifest_unreadable");
        let text = fs::read(folder.join(NAME)).map_err(|error| {
            tracing::debug!(%error, "manifest");
            Problem::not_found("move.no_manifest").with("path", folder.display().to_string())
        })?;
        let noted = |error: serde_json::Error| {
            tracing::debug!(%error, "manifest");
            unreadable()
        };
        let value: serde_json::Value = serde_json::from_slice(&text).map_err(noted)?;
        if value["kind"] != KIND {
            // A backup has the same name for its manifest, and another way back.
            let backup = value["engine"].is_string() && value["kind"].is_null();
            return Err(if backup {
                Problem::conflict("move.is_backup")
            } else {
                unreadable()
            });
        }
        let format = value["format"].as_i64().ok_or_else(unreadable)?;
        if format != i64::from(FORMAT) {
            return Err(Problem::conflict("move.format_unknown").with("found", format));
        }
        let manifest: Self = serde_json::from_value(value).map_err(noted)?;
        manifest.fits()?;
        Ok(manifest)
    }

    fn fits(&self) -> Result<(), Problem> {
        if self.schema > known_schema() {
            return Err(Problem::conflict("move.schema_newer")
                .with("found", i64::from(self.schema))
                .with("known", i64::from(known_schema())));
        }
        let mut seen = BTreeSet::new();
        for file in &self.files {
            let path = file.path.as_str();
            let room = leads_into(path, &[TABLES, SUMS, FILES]);
            // A content lies where its own hash says.
            let named = match path.strip_prefix("files/") {
                Some(name) => name.replacen('/', "", 1) == file.sha256,
                None => true,
            };
            if !room || !named || !seen.insert(path) {
                return Err(Problem::conflict("move.path_outside").with("path", path));
            }
        }
        if self.schema == 0 {
            return Err(Problem::conflict("move.manifest_unreadable"));
        }
        for table in &self.tables {
            let (rows, sums) = paths(&table.name);
            for path in [rows, sums] {
                if !seen.contains(path.as_str()) {
                    return Err(Problem::conflict("move.file_unlisted").with("path", path));
                }
            }
        }
        Ok(())
    }

    /// A table of which the manifest and the schema it names do not say the same.
    pub(super) fn differs(&self, tables: &[Table]) -> Option<String> {
        let sorted = |table: &TableFile| {
            let mut columns = table.columns.clone();
            columns.sort();
            (table.name.clone(), columns)
        };
        let here: BTreeMap<_, _> = self.tables.iter().map(sorted).collect();
        let there: BTreeMap<_, _> = tables.iter().map(|t| sorted(&TableFile::of(t))).collect();
        let names: BTreeSet<&String> = here.keys().chain(there.keys()).collect();
        let mut wrong = names
            .into_iter()
            .filter(|name| here.get(*name) != there.get(*name));
        wrong.next().cloned()
    }
}
