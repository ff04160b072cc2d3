//! `kedang verify`: whether everything is there, fits together and is what it was when it was
//! written; and the digest, by which two databases are known to hold the same.

mod content;
mod files;
mod merges;
mod report;
mod run;

pub(crate) use files::tell as tell_file;
pub use report::{Fault, Report};
pub(crate) use run::look;
pub use run::verify;
