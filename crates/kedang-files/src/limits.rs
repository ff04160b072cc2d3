//! What a file is sent for, and so how large and of which kind it may be.

use crate::{FileFault, Kind};

/// Bytes in a megabyte as people mean it for files.
const MB: u64 = 1024 * 1024;

/// What a file is sent for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A photo to be shown (D01-10).
    Photo,
    /// A page from the scanner.
    Scan,
    /// Any paper of the dossier, kept as it came.
    Document,
}

impl Purpose {
    /// A stable word for logs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Photo => "photo",
            Self::Scan => "scan",
            Self::Document => "document",
        }
    }

    /// The kinds that are taken; everything else is refused. A zip archive is not: what is in it
    /// could not be told (D07-9).
    #[must_use]
    pub const fn allowed(self) -> &'static [Kind] {
        match self {
            Self::Photo => &[Kind::Jpeg, Kind::Png, Kind::Webp, Kind::Gif, Kind::Bmp],
            Self::Scan => &[Kind::Pdf, Kind::Jpeg, Kind::Png, Kind::Webp, Kind::Bmp],
            Self::Document => &[
                Kind::Pdf,
                Kind::Docx,
                Kind::Xlsx,
                Kind::Pptx,
                Kind::Text,
                Kind::Jpeg,
                Kind::Png,
                Kind::Webp,
                Kind::Gif,
                Kind::Bmp,
                Kind::Heic,
            ],
        }
    }

    /// Whether a kind may come in for this purpose.
    ///
    /// # Errors
    /// `file.program`, `file.macro`, `file.active` for what is refused everywhere, `file.heic`
    /// where it would have to be shown, `file.kind_refused` for the rest.
    pub fn admit(self, found: Kind) -> Result<(), FileFault> {
        if self.allowed().contains(&found) {
            return Ok(());
        }
        Err(match found {
            Kind::Program => FileFault::Program,
            Kind::MacroOffice => FileFault::Macro,
            Kind::Active => FileFault::Active,
            Kind::Heic => FileFault::Heic,
            _ => FileFault::KindRefused {
                purpose: self,
                found,
            },
        })
    }
}

/// The measure of one upload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// What the file is for.
    pub purpose: Purpose,
    /// The most bytes that are taken.
    pub bytes: u64,
}

impl Limits {
    /// The limits unless a setting says otherwise: photo 20 MB, scan and document 50 MB.
    #[must_use]
    pub const fn of(purpose: Purpose) -> Self {
        let bytes = match purpose {
            Purpose::Photo => 20 * MB,
            Purpose::Scan | Purpose::Document => 50 * MB,
        };
        Self { purpose, bytes }
    }

    /// Whether so many bytes may come: ask with an announced length before reading anything. An
    /// upload asks again with every chunk, so an announcement that lies gains nothing.
    ///
    /// # Errors
    /// `file.too_large`.
    pub const fn admit(&self, bytes: u64) -> Result<(), FileFault> {
        if bytes <= self.bytes {
            return Ok(());
        }
        Err(FileFault::TooLarge {
            limit: self.bytes,
            found: bytes,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_purpose_has_its_kinds() {
        let code = |purpose: Purpose, kind| purpose.admit(kind).err().map(|fault| fault.code());
        for (kind, photo, scan, document) in [
            (Kind::Jpeg, None, None, None),
            (Kind::Gif, None, Some("file.kind_refused"), None),
            (Kind::Pdf, Some("file.kind_refused"), None, None),
            (
                Kind::Docx,
                Some("file.kind_refused"),
                Some("file.kind_refused"),
                None,
            ),
            (Kind::Heic, Some("file.heic"), Some("file.heic"), None),
        ] {
            assert_eq!(code(Purpose::Photo, kind), photo, "{kind:?}");
            assert_eq!(code(Purpose::Scan, kind), scan, "{kind:?}");
            assert_eq!(code(Purpose::Document, kind), document, "{kind:?}");
        }
        for purpose in [Purpose::Photo, Purpose::Scan, Purpose::Document] {
            assert_eq!(code(purpose, Kind::Program), Some("file.program"));
            assert_eq!(code(purpose, Kind::MacroOffice), Some("file.macro"));
            assert_eq!(code(purpose, Kind::Active), Some("file.active"));
            assert_eq!(code(purpose, Kind::Zip), Some("file.kind_refused"));
            assert_eq!(code(purpose, Kind::OldOffice), Some("file.kind_refused"));
            assert_eq!(code(purpose, Kind::Unknown), Some("file.kind_refused"));
        }
    }

    #[test]
    fn the_limit_itself_is_taken_and_one_more_is_not() {
        let limits = Limits::of(Purpose::Photo);
        assert!(limits.admit(20 * MB).is_ok());
        assert!(matches!(
            limits.admit(20 * MB + 1),
            Err(FileFault::TooLarge {
                limit: 20_971_520,
                found: 20_971_521
            })
        ));
        assert_eq!(Limits::of(Purpose::Document).bytes, 52_428_800);
    }
}
