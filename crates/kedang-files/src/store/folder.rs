//! Folders, their names on the disk, and the lock between storing and sweeping.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

/// Makes a folder only the owner can enter, if it is not there yet.
pub(super) fn make(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// A new file only the owner can read; an error if there is one.
pub(super) fn new_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Puts the names in a folder on the disk: without it a power loss may undo a rename.
#[cfg(unix)]
pub(super) fn sync(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

/// Windows opens no folder and keeps names in its journal.
#[cfg(not(unix))]
pub(super) fn sync(_path: &Path) -> io::Result<()> {
    Ok(())
}

/// Held while a file gets its name; many may.
pub(super) fn lock_to_store(root: &Path) -> io::Result<File> {
    let lock = lock_file(root)?;
    lock.lock_shared()?;
    Ok(lock)
}

/// Held while a file's age is looked at and it is removed; alone.
pub(super) fn lock_to_remove(root: &Path) -> io::Result<File> {
    let lock = lock_file(root)?;
    lock.lock()?;
    Ok(lock)
}

/// Dropping the file gives the lock back.
fn lock_file(root: &Path) -> io::Result<File> {
    OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(root.join("lock"))
}
