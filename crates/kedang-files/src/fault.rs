//! What can be wrong with a file, as a code with arguments.

use std::io;

use kedang_core::Arg;

use crate::{Kind, Purpose, Sha};

/// Why a file is not taken, not found or not shown. The `Display` text is for logs only.
#[derive(Debug, thiserror::Error)]
pub enum FileFault {
    /// Over the limit, both in bytes; `found` is what had come when reading stopped, or what was
    /// announced.
    #[error("more than {limit} bytes, at least {found}")]
    TooLarge {
        /// The most that is taken.
        limit: u64,
        /// What there was at least.
        found: u64,
    },
    /// Not one byte.
    #[error("empty")]
    Empty,
    /// A kind that this purpose has no use for.
    #[error("{} is not taken as {}", found.name(), purpose.name())]
    KindRefused {
        /// What the file was sent for.
        purpose: Purpose,
        /// What it is.
        found: Kind,
    },
    /// A HEIC photo where one has to be shown; phones can send JPEG instead.
    #[error("HEIC can not be shown")]
    Heic,
    /// An office file that brings macros.
    #[error("office file with macros")]
    Macro,
    /// Something a computer would run (D07-9).
    #[error("program")]
    Program,
    /// HTML, SVG or other markup that a browser would act on.
    #[error("active markup")]
    Active,
    /// A picture whose header claims more than is decoded.
    #[error("{width} x {height} pixels, more than {limit}")]
    TooManyPixels {
        /// The most pixels that are decoded.
        limit: u64,
        /// Columns claimed.
        width: u32,
        /// Rows claimed.
        height: u32,
    },
    /// A picture that breaks off: the upload or the copy was cut short.
    #[error("{} breaks off", found.name())]
    Truncated {
        /// The kind it began as.
        found: Kind,
    },
    /// A picture that can not be decoded.
    #[error("{} can not be decoded", found.name())]
    Unreadable {
        /// The kind it began as.
        found: Kind,
        /// What the decoder said.
        source: Option<image::ImageError>,
    },
    /// Not the name of any content: 64 lower-case hexadecimal digits are.
    #[error("not a content id")]
    IdInvalid,
    /// No such content here.
    #[error("{id} is not there")]
    Missing {
        /// The content asked for.
        id: Sha,
    },
    /// What is stored no longer has the hash it is stored under.
    #[error("{id} has been damaged")]
    Damaged {
        /// The content asked for.
        id: Sha,
    },
    /// The disk or the quota is full.
    #[error("no room left")]
    StorageFull(#[source] io::Error),
    /// The disk failed in another way.
    #[error("the file store failed")]
    Storage(#[source] io::Error),
}

impl FileFault {
    /// `file.problem`, stable; a key of the catalogue.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "file.too_large",
            Self::Empty => "file.empty",
            Self::KindRefused { .. } => "file.kind_refused",
            Self::Heic => "file.heic",
            Self::Macro => "file.macro",
            Self::Program => "file.program",
            Self::Active => "file.active",
            Self::TooManyPixels { .. } => "file.too_many_pixels",
            Self::Truncated { .. } => "file.truncated",
            Self::Unreadable { .. } => "file.unreadable",
            Self::IdInvalid => "file.id_invalid",
            Self::Missing { .. } => "file.missing",
            Self::Damaged { .. } => "file.damaged",
            Self::StorageFull(_) => "file.storage_full",
            Self::Storage(_) => "file.storage",
        }
    }

    /// Arguments of the sentence. `limit` and `found` are bytes with `file.too_large` and pixels
    /// with `file.too_many_pixels`; elsewhere `found` is [`Kind::name`] and `allowed` a list of
    /// such names with commas.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, Arg)> {
        match self {
            Self::TooLarge { limit, found } => {
                vec![("limit", number(*limit)), ("found", number(*found))]
            }
            Self::TooManyPixels {
                limit,
                width,
                height,
            } => {
                let found = u64::from(*width) * u64::from(*height);
                vec![
                    ("limit", number(*limit)),
                    ("found", number(found)),
                    ("width", i64::from(*width).into()),
                    ("height", i64::from(*height).into()),
                ]
            }
            Self::KindRefused { purpose, found } => {
                let allowed: Vec<_> = purpose.allowed().iter().map(|kind| kind.name()).collect();
                vec![
                    ("found", found.name().into()),
                    ("allowed", allowed.join(",").into()),
                ]
            }
            Self::Truncated { found } | Self::Unreadable { found, .. } => {
                vec![("found", found.name().into())]
            }
            Self::Missing { id } | Self::Damaged { id } => vec![("id", id.as_str().into())],
            Self::Empty
            | Self::Heic
            | Self::Macro
            | Self::Program
            | Self::Active
            | Self::IdInvalid
            | Self::StorageFull(_)
            | Self::Storage(_) => Vec::new(),
        }
    }
}

impl From<io::Error> for FileFault {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::StorageFull(error),
            _ => Self::Storage(error),
        }
    }
}

/// The catalogue counts in `i64`; nothing real is larger.
fn number(n: u64) -> Arg {
    Arg::Number(i64::try_from(n).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_says_limit_and_size() {
        let fault = FileFault::TooLarge {
            limit: 20,
            found: 41,
        };
        assert_eq!(fault.code(), "file.too_large");
        assert_eq!(
            fault.args(),
            [("limit", Arg::Number(20)), ("found", Arg::Number(41))]
        );
    }

    #[test]
    fn a_refused_kind_says_what_would_be_right() {
        let fault = FileFault::KindRefused {
            purpose: Purpose::Photo,
            found: Kind::Pdf,
        };
        assert_eq!(
            fault.args(),
            [
                ("found", Arg::Text("pdf".into())),
                ("allowed", Arg::Text("jpeg,png,webp,gif,bmp".into()))
            ]
        );
    }

    #[test]
    fn a_full_disk_is_told_from_a_broken_one() {
        let full = FileFault::from(io::Error::from(io::ErrorKind::StorageFull));
        assert_eq!(full.code(), "file.storage_full");
        let broken = FileFault::from(io::Error::from(io::ErrorKind::PermissionDenied));
        assert_eq!(broken.code(), "file.storage");
    }
}
