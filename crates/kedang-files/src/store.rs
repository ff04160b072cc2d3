//! Content-addressed files in a folder: `ab/cdef…` is named after the SHA-256 of what is in it.
//!
//! `pending/` holds what is still coming in; a file gets its name only when it is whole and on
//! the disk. Two processes on one folder are normal.

mod files;
mod folder;
mod picture;
mod sweep;
mod upload;

pub use files::Files;
pub use picture::{Preview, StoredPhoto};
pub use sweep::Swept;
pub use upload::{Stored, Upload};

#[cfg(test)]
mod tests;
