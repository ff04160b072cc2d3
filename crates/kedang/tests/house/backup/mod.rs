//! A backup made while others work comes back the same, or is refused in words.

mod command;
mod refused;
pub(crate) mod returned;

use std::fs;
use std::path::{Path, PathBuf};

use kedang_app::AppError;
use kedang_app::backup::{House, Restored, Taken, restore, take};
use kedang_core::Arg;
use kedang_core::digest::{hex, sha256};
use kedang_store::{Place, Scratch};
use kedang_testkit::{Engine, TestApp};
use kedang_words::{Lang, Tongue, Words};
use serde_json::Value;

/// 2026-11-25 01:02:03 UTC, µs.
pub(crate) const AT: i64 = 1_795_568_523_000_000;

/// Takes a backup of a test's house into `out`.
pub(crate) fn taken(test: &TestApp, out: &Path) -> Result<Taken, AppError> {
    let house = House {
        place: test.place(),
        files: test.files(),
        keys: &out.join("no-keys"),
    };
    take(house, out, AT)
}

/// An empty place of one engine, with its data folder not yet there.
pub(crate) struct Elsewhere {
    pub(crate) place: Place,
    pub(crate) data: PathBuf,
    folder: tempfile::TempDir,
    _scratch: Option<Scratch>,
}

impl Elsewhere {
    pub(crate) fn new(engine: Engine) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path().join("data");
        let scratch = (engine == Engine::Postgres).then(|| Scratch::new(engine));
        Self {
            place: match &scratch {
                Some(scratch) => scratch.place.clone(),
                None => Place::Folder(data.clone()),
            },
            data,
            folder,
            _scratch: scratch,
        }
    }

    fn restore(&self, from: &Path) -> Result<Restored, AppError> {
        restore(from, &self.place, &self.data, AT)
    }

    /// Nothing is there, not even something half made.
    pub(crate) fn is_untouched(&self) -> bool {
        kedang_store::backup::is_empty(&self.place).expect("asked")
            && fs::read_dir(self.folder.path()).expect("read").count() == 0
    }
}

/// The Chinese sentence of a refusal.
pub(crate) fn sentence<T: std::fmt::Debug>(answer: Result<T, AppError>) -> String {
    let AppError::Problem(problem) = answer.expect_err("refused") else {
        panic!("a refusal in words")
    };
    let words = Words::load().expect("the words");
    let args: Vec<_> = problem
        .args
        .iter()
        .map(|(name, arg)| match arg {
            Arg::Text(text) => (*name, text.as_str().into()),
            Arg::Number(number) => (*name, (*number).into()),
        })
        .collect();
    Tongue::new(&words, Lang::Zh)
        .with(problem.code, &args)
        .into_owned()
}

pub(crate) fn manifest(folder: &Path) -> Value {
    let text = fs::read(folder.join("manifest.json")).expect("a manifest");
    serde_json::from_slice(&text).expect("JSON")
}

pub(crate) fn write_manifest(folder: &Path, manifest: &Value) {
    fs::write(folder.join("manifest.json"), manifest.to_string()).expect("written");
}

/// Writes other bytes into a file of a backup, and its manifest to match.
pub(crate) fn rewrite(folder: &Path, path: &str, bytes: &[u8]) {
    fs::write(folder.join(path), bytes).expect("written");
    let mut manifest = manifest(folder);
    let files = manifest["files"].as_array_mut().expect("files");
    let line = files.iter_mut().find(|line| line["path"] == path);
    let line = line.expect("a line");
    line["bytes"] = bytes.len().into();
    line["sha256"] = hex(&sha256(&[bytes])).into();
    write_manifest(folder, &manifest);
}
