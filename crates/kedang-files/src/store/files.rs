//! The store itself: open it, take files in, give them out, check them.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::{Upload, folder};
use crate::{FileFault, Limits, Sha};

/// What is read at once when a file is checked, bytes.
const CHUNK: usize = 64 * 1024;

/// A folder of files named after their content.
#[derive(Debug, Clone)]
pub struct Files {
    root: PathBuf,
}

impl Files {
    /// Opens the store in a folder and makes what is not there yet.
    ///
    /// # Errors
    /// `file.storage`, `file.storage_full`.
    pub fn open(folder: &Path) -> Result<Self, FileFault> {
        let files = Self {
            root: folder.to_owned(),
        };
        folder::make(&files.pending())?;
        folder::sync(&files.root)?;
        Ok(files)
    }

    /// Begins to take a file in. Until [`Upload::finish`] nobody sees it.
    ///
    /// # Errors
    /// `file.storage`, `file.storage_full`.
    pub fn begin(&self, limits: Limits) -> Result<Upload, FileFault> {
        Upload::begin(self.clone(), limits)
    }

    /// The file with this content, open for reading.
    ///
    /// # Errors
    /// `file.missing`, `file.storage`.
    pub fn read(&self, id: &Sha) -> Result<File, FileFault> {
        File::open(self.path(id)).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => FileFault::Missing { id: id.clone() },
            _ => error.into(),
        })
    }

    /// A file without a name, for what is made to be handed out: it is gone with whoever holds it.
    ///
    /// # Errors
    /// `file.storage`, `file.storage_full`.
    pub fn scratch(&self) -> Result<File, FileFault> {
        Ok(tempfile::tempfile_in(self.scratch_folder())?)
    }

    /// The folder of such files, for who makes them himself.
    #[must_use]
    pub fn scratch_folder(&self) -> PathBuf {
        self.pending()
    }

    /// Reads a file to its end and compares the hash.
    ///
    /// # Errors
    /// `file.missing`, `file.damaged`, `file.storage`.
    pub fn verify(&self, id: &Sha) -> Result<(), FileFault> {
        let mut file = self.read(id)?;
        let mut hasher = Sha256::new();
        let mut chunk = vec![0; CHUNK];
        loop {
            let read = match file.read(&mut chunk) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error.into()),
            };
            hasher.update(chunk.get(..read).unwrap_or_default());
        }
        if Sha::from_digest(hasher.finalize().into()) == *id {
            Ok(())
        } else {
            Err(FileFault::Damaged { id: id.clone() })
        }
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    pub(super) fn pending(&self) -> PathBuf {
        self.root.join("pending")
    }

    /// The folder that a content belongs in.
    pub(super) fn shard(&self, id: &Sha) -> PathBuf {
        self.root.join(id.place().0)
    }

    pub(super) fn path(&self, id: &Sha) -> PathBuf {
        self.shard(id).join(id.place().1)
    }
}
