//! Removes what nobody refers to: uploads that broke off and contents without a row.

use std::fs::{self, DirEntry, Metadata};
use std::io;
use std::path::Path;
use std::time::UNIX_EPOCH;

use kedang_core::Instant;

use super::{Files, folder};
use crate::{FileFault, Sha};

/// What a sweep removed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    /// Uploads that broke off.
    pub pending: u64,
    /// Contents nobody refers to.
    pub orphans: u64,
    /// Bytes of both.
    pub bytes: u64,
}

impl Files {
    /// Removes pending files and contents that were last written before `older_than`, contents
    /// only if `keep` says no to their id. `older_than` must leave an upload the time to get its
    /// row: a day is plenty. What the store did not name itself is left alone.
    ///
    /// # Errors
    /// `file.storage`; what was removed until then stays removed.
    pub fn sweep(
        &self,
        keep: &dyn Fn(&str) -> bool,
        older_than: Instant,
    ) -> Result<Swept, FileFault> {
        let mut swept = Swept::default();
        for entry in fs::read_dir(self.pending())? {
            if let Some(bytes) = self.remove(&entry?.path(), older_than)? {
                swept.pending += 1;
                swept.bytes += bytes;
            }
        }
        for shard in fs::read_dir(self.root())? {
            let shard = shard?;
            if !is_shard(&shard)? {
                continue;
            }
            for entry in fs::read_dir(shard.path())? {
                let entry = entry?;
                let Some(id) = id(&shard, &entry) else {
                    continue;
                };
                if keep(id.as_str()) {
                    continue;
                }
                if let Some(bytes) = self.remove(&entry.path(), older_than)? {
                    swept.orphans += 1;
                    swept.bytes += bytes;
                }
            }
        }
        Ok(swept)
    }

    /// Removes a file if it is old, and says how many bytes it had. Under the lock, so that an
    /// upload of the same content, which makes it young, comes wholly before or wholly after.
    fn remove(&self, path: &Path, older_than: Instant) -> Result<Option<u64>, FileFault> {
        let lock = folder::lock_to_remove(self.root())?;
        let metadata = match fs::symlink_metadata(path) {
            Ok(metadata) => metadata,
            // The upload got its name, or another sweep was here.
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        if !metadata.is_file() || written(&metadata)? >= older_than.0 {
            return Ok(None);
        }
        fs::remove_file(path)?;
        drop(lock);
        Ok(Some(metadata.len()))
    }
}

/// Whether it is one of the folders `00` to `ff`.
fn is_shard(entry: &DirEntry) -> io::Result<bool> {
    Ok(entry.file_name().len() == 2 && entry.file_type()?.is_dir())
}

/// The content that a file claims to be by its place.
fn id(shard: &DirEntry, entry: &DirEntry) -> Option<Sha> {
    let text = format!(
        "{}{}",
        shard.file_name().to_str()?,
        entry.file_name().to_str()?
    );
    Sha::parse(&text).ok()
}

/// When a file was last written, UTC µs; a time before 1970 counts as 1970.
fn written(metadata: &Metadata) -> io::Result<i64> {
    let since = metadata.modified()?.duration_since(UNIX_EPOCH);
    let micros = since.map_or(0, |time| time.as_micros());
    Ok(i64::try_from(micros).unwrap_or(i64::MAX))
}
