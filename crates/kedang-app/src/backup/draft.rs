//! A folder in the making: it gets its name when it is whole, and is gone if it never is.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// Removed when dropped, unless it was finished.
pub(crate) struct Draft {
    path: PathBuf,
    finished: bool,
}

impl Draft {
    /// Makes the folder, for its owner alone; an error if there is one.
    pub(crate) fn new(path: PathBuf) -> io::Result<Self> {
        private(&path)?;
        Ok(Self {
            path,
            finished: false,
        })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Gives it its name; a folder of that name must be empty.
    pub(crate) fn finish(mut self, name: &Path) -> io::Result<()> {
        sync(&self.path)?;
        if name.is_dir() {
            fs::remove_dir(name)?;
        }
        fs::rename(&self.path, name)?;
        self.finished = true;
        match name.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => sync(parent),
            _ => sync(Path::new(".")),
        }
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if self.finished {
            return;
        }
        if let Err(error) = fs::remove_dir_all(&self.path) {
            tracing::warn!(%error, "a broken-off folder was left behind");
        }
    }
}

/// Makes one folder that only its owner can enter.
pub(crate) fn private(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Puts the names in a folder on the disk; Windows keeps them in its journal.
pub(crate) fn sync(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()
    } else {
        Ok(())
    }
}
