//! A file on its way: copied, counted and hashed in one go.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;

use kedang_core::digest::{Running, hex};

use super::draft;
use super::manifest::Entry;

/// What is read at once, bytes.
const CHUNK: usize = 64 * 1024;

/// Which side failed.
pub(crate) enum Broke {
    /// What is copied cannot be read.
    Reading(io::Error),
    /// What is written.
    Writing(io::Error),
}

/// Copies to `path` under `folder`, into a new file on the disk, and says what was copied. Folders
/// on the way are made.
pub(crate) fn carry(from: File, folder: &Path, path: &str) -> Result<Entry, Broke> {
    let target = folder.join(path);
    let mut to = new_file(folder, path).map_err(Broke::Writing)?;
    let entry = read(from, path, |chunk| to.write_all(chunk))?;
    to.sync_all().map_err(Broke::Writing)?;
    if let Some(parent) = target.parent() {
        draft::sync(parent).map_err(Broke::Writing)?;
    }
    Ok(entry)
}

/// What lies at `path` under `folder`.
pub(crate) fn measure(folder: &Path, path: &str) -> Result<Entry, Broke> {
    let file = File::open(folder.join(path)).map_err(Broke::Reading)?;
    read(file, path, |_| Ok(()))
}

fn read(
    mut from: File,
    path: &str,
    mut pass: impl FnMut(&[u8]) -> io::Result<()>,
) -> Result<Entry, Broke> {
    let (mut hash, mut bytes, mut chunk) = (Running::default(), 0, vec![0; CHUNK]);
    loop {
        let read = match from.read(&mut chunk) {
            Ok(0) => break,
            Ok(read) => chunk.get(..read).unwrap_or_default(),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(Broke::Reading(error)),
        };
        bytes += read.len() as u64;
        hash.take(read);
        pass(read).map_err(Broke::Writing)?;
    }
    Ok(Entry {
        path: path.to_owned(),
        bytes,
        sha256: hex(&hash.finish()),
    })
}

fn new_file(folder: &Path, path: &str) -> io::Result<File> {
    let mut on = folder.to_owned();
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        on.push(part);
        if parts.peek().is_some() && !on.is_dir() {
            draft::private(&on)?;
            on.parent().map_or(Ok(()), draft::sync)?;
        }
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(on)
}
