//! A file on its way in: written, counted and hashed at once, named when it is whole.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process;
use std::sync::atomic::{AtomicU64, Ordering};

use sha2::{Digest, Sha256};

use super::{Files, folder};
use crate::sniff::sniff_from;
use crate::{FileFault, Kind, Limits, Sha};

/// Tells the pending files of one process apart.
static NEXT: AtomicU64 = AtomicU64::new(0);

/// What was stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// The name of the content.
    pub sha256: Sha,
    /// Bytes.
    pub size: u64,
    /// What it is, by its bytes.
    pub kind: Kind,
}

/// A file that is coming in. Dropped before [`Upload::finish`], it leaves nothing behind.
#[derive(Debug)]
pub struct Upload {
    pub(super) files: Files,
    limits: Limits,
    pub(super) path: PathBuf,
    pub(super) file: File,
    hasher: Sha256,
    size: u64,
    placed: bool,
}

impl Upload {
    pub(super) fn begin(files: Files, limits: Limits) -> Result<Self, FileFault> {
        let (path, file) = pending_file(&files)?;
        Ok(Self {
            files,
            limits,
            path,
            file,
            hasher: Sha256::new(),
            size: 0,
            placed: false,
        })
    }

    /// Takes the next bytes; stops at the first chunk that goes over the limit, which is not
    /// written any more.
    ///
    /// # Errors
    /// `file.too_large`, `file.storage`, `file.storage_full`.
    pub fn write(&mut self, chunk: &[u8]) -> Result<(), FileFault> {
        self.size = self.size.saturating_add(chunk.len() as u64);
        self.limits.admit(self.size)?;
        self.hasher.update(chunk);
        self.file.write_all(chunk)?;
        Ok(())
    }

    /// Recognises the file, puts it on the disk and gives it its name. The same content again
    /// takes the place of the former file, so there is one, and its age begins anew.
    ///
    /// # Errors
    /// `file.empty`, `file.too_large` if a chunk was refused before, the refusals of
    /// [`crate::Purpose::admit`], `file.storage`, `file.storage_full`.
    pub fn finish(mut self) -> Result<Stored, FileFault> {
        self.check()?;
        let kind = sniff_from(&mut self.file)?;
        self.limits.purpose.admit(kind)?;
        self.file.sync_all()?;
        let sha256 = self.source();
        self.place(&sha256)?;
        Ok(Stored {
            sha256,
            size: self.size,
            kind,
        })
    }

    /// Whether all that came is there.
    pub(super) fn check(&self) -> Result<(), FileFault> {
        self.limits.admit(self.size)?;
        if self.size == 0 {
            return Err(FileFault::Empty);
        }
        if self.file.metadata()?.len() != self.size {
            // A chunk failed half-way and the caller went on: the hash is not that of the file.
            return Err(io::Error::other("not all of the upload was written").into());
        }
        Ok(())
    }

    /// The hash of what came.
    pub(super) fn source(&self) -> Sha {
        Sha::from_digest(self.hasher.clone().finalize().into())
    }

    /// Moves the file to its place in one step and puts the name on the disk.
    fn place(&mut self, id: &Sha) -> Result<(), FileFault> {
        let shard = self.files.shard(id);
        folder::make(&shard)?;
        folder::sync(self.files.root())?;
        let lock = folder::lock_to_store(self.files.root())?;
        fs::rename(&self.path, self.files.path(id))?;
        self.placed = true;
        drop(lock);
        folder::sync(&shard)?;
        Ok(())
    }
}

impl Drop for Upload {
    fn drop(&mut self) {
        if !self.placed {
            // What can not be removed now is removed by the sweep.
            fs::remove_file(&self.path).ok();
        }
    }
}

/// A new file under a name that no other upload has: number of the process, number in it. A
/// process with the same number on another machine, or one before, makes it try the next.
fn pending_file(files: &Files) -> io::Result<(PathBuf, File)> {
    let pending = files.pending();
    loop {
        let n = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = pending.join(format!("{}-{n}", process::id()));
        match folder::new_file(&path) {
            Ok(file) => return Ok((path, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
}
