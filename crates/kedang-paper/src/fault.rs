//! Why a paper cannot be written.

use std::error::Error;
use std::fmt;

/// Why a paper cannot be written. None of these is the reader's doing.
#[derive(Debug)]
pub enum PaperFault {
    /// The built-in font is broken.
    Font,
    /// A picture is no JPEG that a page can hold.
    Picture(String),
    /// The file would not keep the promises of PDF/A.
    NotArchival(String),
}

impl fmt::Display for PaperFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Font => write!(f, "the built-in font cannot be read"),
            Self::Picture(why) => write!(f, "a picture cannot be printed: {why}"),
            Self::NotArchival(why) => write!(f, "the pages are no PDF/A: {why}"),
        }
    }
}

impl Error for PaperFault {}
