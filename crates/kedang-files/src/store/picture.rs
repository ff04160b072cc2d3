//! Pictures to show: of a photo nothing else is kept, of a paper they stand beside the original.

use std::fs;
use std::io::Read;

use super::{Files, Stored, Upload};
use crate::photo::{self, Photo};
use crate::sniff::sniff_from;
use crate::{FileFault, Kind, Limits, Purpose, Sha};

/// A photo as it is kept: turned, scaled, without metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredPhoto {
    /// SHA-256 of the bytes that came, by which the same photo is known again.
    pub source: Sha,
    /// The picture for the screen.
    pub display: Stored,
    /// The picture for lists.
    pub thumbnail: Stored,
    /// The camera's day, `YYYY-MM-DD`.
    pub taken_on: Option<String>,
}

/// The pictures of a paper that is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The picture for the screen.
    pub display: Sha,
    /// The picture for lists.
    pub thumbnail: Sha,
}

impl Upload {
    /// Takes the upload as a photo: keeps what may be shown of it and nothing of the file that
    /// came. Needs up to 240 MB while it works, so callers do one at a time.
    ///
    /// # Errors
    /// As [`Upload::finish`], and `file.too_many_pixels`, `file.truncated`, `file.unreadable`.
    pub fn finish_photo(mut self) -> Result<StoredPhoto, FileFault> {
        self.check()?;
        Purpose::Photo.admit(sniff_from(&mut self.file)?)?;
        let mut original = Vec::new();
        fs::File::open(&self.path)?.read_to_end(&mut original)?;
        let source = self.source();
        let files = self.files.clone();
        // The pending file goes before its pictures come.
        drop(self);
        let photo = photo::prepare(&original)?;
        drop(original);
        let Photo {
            display,
            thumbnail,
            taken,
        } = photo;
        Ok(StoredPhoto {
            source,
            display: files.put(&display.jpeg)?,
            thumbnail: files.put(&thumbnail.jpeg)?,
            taken_on: taken.map(|at| at.date().to_string()),
        })
    }
}

impl Files {
    /// Pictures of a stored paper, if it is a picture that can be decoded. One that is too large
    /// to be decoded is kept and has none. The same need of memory as for a photo.
    ///
    /// # Errors
    /// `file.truncated`, `file.unreadable`, `file.missing`, `file.storage`, `file.storage_full`.
    pub fn preview(&self, stored: &Stored) -> Result<Option<Preview>, FileFault> {
        let picture = [Kind::Jpeg, Kind::Png, Kind::Webp, Kind::Gif, Kind::Bmp];
        if !picture.contains(&stored.kind) {
            return Ok(None);
        }
        let mut original = Vec::new();
        self.read(&stored.sha256)?.read_to_end(&mut original)?;
        match photo::prepare(&original) {
            Ok(photo) => Ok(Some(Preview {
                display: self.put(&photo.display.jpeg)?.sha256,
                thumbnail: self.put(&photo.thumbnail.jpeg)?.sha256,
            })),
            Err(FileFault::TooManyPixels { .. }) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// Stores bytes of our own making.
    fn put(&self, bytes: &[u8]) -> Result<Stored, FileFault> {
        let mut upload = self.begin(Limits::of(Purpose::Photo))?;
        upload.write(bytes)?;
        upload.finish()
    }
}
