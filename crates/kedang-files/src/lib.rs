//! Keeps the files of the dossiers: stored under the SHA-256 of their content, recognised by their
//! bytes and never by their name, held to a size; photos are made safe to show.
//!
//! Everything here blocks and belongs on a thread that may wait. Refusals leave as [`FileFault`],
//! a code with arguments; the faces put words to them.

mod fault;
#[cfg(any(test, feature = "fixtures"))]
pub mod fixtures;
mod kind;
mod limits;
pub mod photo;
mod sha;
mod sniff;
mod store;

pub use fault::FileFault;
pub use kind::Kind;
pub use limits::{Limits, Purpose};
pub use sha::Sha;
pub use sniff::sniff;
pub use store::{Files, Preview, Stored, StoredPhoto, Swept, Upload};
