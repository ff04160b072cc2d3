//! The kinds of file the product tells apart.

/// What a file is, by its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// JPEG picture.
    Jpeg,
    /// PNG picture.
    Png,
    /// WebP picture.
    Webp,
    /// GIF picture, moving or not.
    Gif,
    /// Windows bitmap.
    Bmp,
    /// HEIC or HEIF, as iPhones make them.
    Heic,
    /// PDF.
    Pdf,
    /// Word document without macros.
    Docx,
    /// Excel workbook without macros.
    Xlsx,
    /// PowerPoint presentation without macros.
    Pptx,
    /// Text in UTF-8, UTF-16 with a byte order mark, or GB 18030 (GBK).
    Text,
    /// A zip archive that is nothing more special.
    Zip,
    /// An office file with macros.
    MacroOffice,
    /// The binary office formats before 2007, RTF, and office files with a password: they may
    /// hold macros, which can not be seen from here.
    OldOffice,
    /// Something a computer would run: Windows, Linux, macOS, Java, Android, a script.
    Program,
    /// HTML, SVG, XML: a browser may act on it.
    Active,
    /// None of these, or not whole.
    Unknown,
}

impl Kind {
    /// A stable word for arguments, columns and logs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "jpeg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Gif => "gif",
            Self::Bmp => "bmp",
            Self::Heic => "heic",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Pptx => "pptx",
            Self::Text => "text",
            Self::Zip => "zip",
            Self::MacroOffice => "macro_office",
            Self::OldOffice => "old_office",
            Self::Program => "program",
            Self::Active => "active",
            Self::Unknown => "unknown",
        }
    }

    /// The media type to send it with; never one that a browser would run.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Gif => "image/gif",
            Self::Bmp => "image/bmp",
            Self::Heic => "image/heic",
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => {
                "application/vnd.openxmlformats-officedocument.presentationml.presentation"
            }
            Self::Text => "text/plain",
            Self::Zip => "application/zip",
            Self::MacroOffice | Self::OldOffice | Self::Program | Self::Active | Self::Unknown => {
                "application/octet-stream"
            }
        }
    }

    /// The lower-case endings a name of this kind may have, the usual one first; a name with
    /// another gets the usual one when the file is handed out (ASVS 5.2.2). Empty for kinds that
    /// are never handed out.
    #[must_use]
    pub const fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Png => &["png"],
            Self::Webp => &["webp"],
            Self::Gif => &["gif"],
            Self::Bmp => &["bmp"],
            Self::Heic => &["heic", "heif"],
            Self::Pdf => &["pdf"],
            Self::Docx => &["docx"],
            Self::Xlsx => &["xlsx"],
            Self::Pptx => &["pptx"],
            Self::Text => &["txt", "csv", "md", "log"],
            Self::Zip => &["zip"],
            Self::MacroOffice | Self::OldOffice | Self::Program | Self::Active | Self::Unknown => {
                &[]
            }
        }
    }
}
